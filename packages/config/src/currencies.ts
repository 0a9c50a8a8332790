/** ISO 4217 minor units that are not 2. Own table: engines follow CLDR, which differs (IQD, for one). */
const DECIMALS = new Map<string, number>([
  ...['BIF', 'CLP', 'DJF', 'GNF', 'ISK', 'JPY', 'KMF', 'KRW', 'PYG', 'RWF', 'UGX', 'UYI', 'VND', 'VUV'].map(
    (code) => [code, 0] as const,
  ),
  ...['XAF', 'XOF', 'XPF'].map((code) => [code, 0] as const),
  ...['BHD', 'IQD', 'JOD', 'KWD', 'LYD', 'OMR', 'TND'].map((code) => [code, 3] as const),
  ...['CLF', 'UYW'].map((code) => [code, 4] as const),
]);

/** Digits after the decimal point in a currency's minor unit (ISO 4217): JPY 0, USD 2, KWD 3. */
export function currencyDecimals(currency: string): number {
  return DECIMALS.get(currency.toUpperCase()) ?? 2;
}

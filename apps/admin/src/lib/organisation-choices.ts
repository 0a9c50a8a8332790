/** Time zones and currencies this server knows. */
export function organisationChoices() {
  return {
    timeZones: ['UTC', ...Intl.supportedValuesOf('timeZone').filter((zone) => zone !== 'UTC')],
    currencies: Intl.supportedValuesOf('currency'),
  };
}

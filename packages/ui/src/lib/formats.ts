/** Making a format costs as much as some hundred uses of it, and a table needs the same ones in every row. */
function keepMade<Options, Format>(make: (locale: string, options: Options) => Format) {
  const made = new Map<string, Format>();
  return (locale: string, options: Options): Format => {
    const key = `${locale} ${JSON.stringify(options)}`;
    const known = made.get(key);
    if (known) return known;
    const format = make(locale, options);
    made.set(key, format);
    return format;
  };
}

/** The number format of a locale with these options, made once. */
export const numberFormat = keepMade(
  (locale, options: Intl.NumberFormatOptions) => new Intl.NumberFormat(locale, options),
);

/** The date format of a locale with these options, made once. @throws RangeError for an unknown time zone */
export const dateFormat = keepMade(
  (locale, options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(locale, options),
);

/** The format for distances in time, made once. */
export const relativeTimeFormat = keepMade(
  (locale, options: Intl.RelativeTimeFormatOptions) => new Intl.RelativeTimeFormat(locale, options),
);

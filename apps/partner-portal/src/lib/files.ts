/** What can be handed in, for the file box of a form. */
export const documentAccept = 'application/pdf,image/png,image/jpeg';

export function sizeWords(bytes: number): string {
  return bytes < 1024 * 1024
    ? `${Math.max(1, Math.round(bytes / 1024))} KB`
    : `${(bytes / 1024 / 1024).toFixed(1)} MB`;
}

/** A file as a request carries it. @throws when the browser cannot read it, with a sentence that says so */
export function toDocument(file: File): Promise<{ fileName: string; contentBase64: string }> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () =>
      resolve({ fileName: file.name, contentBase64: String(reader.result).replace(/^[^,]*,/, '') });
    reader.onerror = () => reject(new Error(`${file.name} cannot be read. Choose it again.`));
    reader.readAsDataURL(file);
  });
}

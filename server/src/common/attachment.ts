/** Content-Disposition with a Thai file name for whoever reads RFC 8187, and an ASCII one for the rest. */
export function attachment(names: { thai: string; ascii: string }): string {
  // a name may hold what no file name does, and what would end the header's value
  const thai = names.thai.replaceAll(/[\\/:*?"<>|\s]+/g, "-");
  // encodeURIComponent leaves four characters that RFC 8187 does not
  const encoded = encodeURIComponent(thai).replaceAll(
    /['()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${names.ascii}"; filename*=UTF-8''${encoded}`;
}

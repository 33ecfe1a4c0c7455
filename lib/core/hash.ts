/** SHA-256 of a text's UTF-8 bytes, in base64. */
export const hashText = async (text: string): Promise<string> =>
	btoa(String.fromCharCode(...(await sha256(text))));

/** SHA-256 of a text's UTF-8 bytes, in 64 lower-case hex digits. */
export const hashTextHex = async (text: string): Promise<string> => hexOf(await sha256(text));

/** Bytes in lower-case hex digits. */
export const hexOf = (bytes: Uint8Array): string =>
	[...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");

const sha256 = async (text: string): Promise<Uint8Array> =>
	new Uint8Array(await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text)));

/** SHA-256 of a text's UTF-8 bytes, in base64. */
export async function hashText(text: string): Promise<string> {
	const bytes = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text));
	return btoa(String.fromCharCode(...new Uint8Array(bytes)));
}

/** SHA-256 of a text's UTF-8 bytes, in 64 lower-case hex digits. */
export async function hashTextHex(text: string): Promise<string> {
	const bytes = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text));
	return [...new Uint8Array(bytes)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

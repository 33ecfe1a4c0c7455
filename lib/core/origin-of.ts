/** The origin of a URL, `https://crm.example.com`; undefined for what is none. */
export const originOf = (url: unknown): string | undefined =>
	typeof url === "string" && URL.canParse(url) ? new URL(url).origin : undefined;

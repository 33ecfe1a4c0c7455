/**
 * The address that is probably meant where a server knows no model at this one: OpenAI's API lies below a version's path
 * (`/v1`). Null where the address has one, or is none.
 */
export function likelyBaseUrl(baseUrl: string): string | null {
	if (!URL.canParse(baseUrl)) return null;
	const { origin, pathname } = new URL(baseUrl);
	return /\/v\d/.test(pathname) ? null : `${origin}${pathname.replace(/\/+$/, "")}/v1`;
}

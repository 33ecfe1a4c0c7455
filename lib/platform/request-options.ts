/**
 * How every request is sent: no cookies, no referrer, no HTTP cache. Redirects are refused before they are followed: custom
 * auth headers would otherwise travel on to whatever host is named.
 */
export const requestOptions = {
	redirect: "manual",
	credentials: "omit",
	cache: "no-store",
	referrerPolicy: "no-referrer",
} as const satisfies RequestInit;

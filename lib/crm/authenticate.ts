import type { HttpRequest } from "@/lib/core/http";
import { masked } from "./auth-field";
import type { Auth } from "./endpoint";

/** Adds the credentials of an auth that does not go into the body. They replace what has their name already. */
export function authenticate(auth: Auth, url: URL, headers: Record<string, string>): void {
	if (auth.type === "header")
		for (const [name, value] of Object.entries(auth.fields)) setHeader(headers, name, value);
	if (auth.type === "query")
		for (const [name, value] of Object.entries(auth.fields)) url.searchParams.set(name, value);
	if (auth.type === "basic") {
		// UTF-8 as RFC 7617 recommends; btoa alone takes only Latin-1.
		const bytes = new TextEncoder().encode(`${auth.fields.username}:${auth.fields.password}`);
		setHeader(headers, "Authorization", `Basic ${btoa(String.fromCharCode(...bytes))}`);
	}
}

/** Sets a header in the place of one whose name differs in case alone: fetch would send both. */
export function setHeader(headers: Record<string, string>, name: string, value: string): void {
	for (const known of Object.keys(headers))
		if (known.toLowerCase() === name.toLowerCase()) delete headers[known];
	headers[name] = value;
}

/** Masks the values of an auth for people and tools to read: names stay, secrets do not. */
export function maskAuth(auth: Auth): Auth {
	return {
		type: auth.type,
		fields: Object.fromEntries(
			Object.entries(auth.fields).map(([name, value]) => [
				name,
				auth.type === "basic" && name === "username" ? value : masked,
			]),
		),
	};
}

/** A request that was made with `maskAuth`, as people read it. */
export function readableMask(auth: Auth | undefined, request: HttpRequest): HttpRequest {
	if (auth?.type === "basic") request.headers.Authorization = `Basic ${masked}`;
	return { ...request, url: request.url.replaceAll(encodeURIComponent(masked), masked) };
}

import { i18n } from "#i18n";
import { originOf } from "@/lib/core/origin-of";
import type { Endpoint } from "@/lib/crm/endpoint";
import { type Connection, connectionOf } from "./connection";

/** A sign-in that is stored for another endpoint of the same server, its secrets masked. */
export type OfferedSignIn = {
	/** The endpoint whose it is. */
	title: string;
	values: Pick<Connection, "authType" | "fields" | "username" | "password">;
};

/**
 * The sign-ins of other endpoints that a connection could use: those of its server, each kind once. The background puts
 * the first stored one in the place of masked credentials, and so of a kind the first is offered.
 */
export function offeredSignIns(
	{ url, method }: Pick<Connection, "url" | "method">,
	others: readonly Endpoint[],
): OfferedSignIn[] {
	const server = originOf(url);
	const offered = new Map<string, OfferedSignIn>();
	for (const endpoint of others) {
		const { auth, type } = endpoint;
		if (!auth || server === undefined || originOf(endpoint.url) !== server) continue;
		if (auth.type === "body" && method === "GET") continue;
		const kind = JSON.stringify([auth.type, Object.keys(auth.fields)]);
		const { authType, fields, username, password } = connectionOf(endpoint);
		const title = i18n.t(`settings.endpoints.types.${type}.title`);
		if (!offered.has(kind)) offered.set(kind, { title, values: { authType, fields, username, password } });
	}
	return [...offered.values()];
}

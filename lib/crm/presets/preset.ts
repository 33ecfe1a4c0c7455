import type { Endpoint } from "../endpoint";
import type { EndpointType } from "../endpoint-type";

/** What a value of a preset has to be. `address` may have a path (a shop below `/store`), `origin` may not. */
export type PresetFieldKind = "origin" | "address" | "subdomain" | "number" | "text";

/** Something only the user knows: where their CRM is, and their credentials. Stands in the endpoints as `{{key}}`. */
export type PresetField = {
	key: string;
	label: string;
	placeholder: string;
	kind: PresetFieldKind;
	/** What follows a `subdomain`; taken off when the user wrote it too. */
	suffix?: string;
	/** Typed as a password, and only ever sent where the endpoint's `auth` puts it. */
	secret?: true;
	/** Where in the CRM it is found. */
	where: string;
};

/** An endpoint whose texts hold `{{key}}` for the user's values, beside the placeholders of a call (`{phone}`). */
export type PresetEndpoint = Endpoint;

/** A CRM that can be connected by giving a few values: what it needs, and how each endpoint asks it. */
export type Preset = {
	/** Stable; names the preset in settings and tests. */
	id: string;
	name: string;
	/** The vendor's pages this was made from. */
	docs: readonly string[];
	/** Permissions the credentials need, in the CRM's own words. */
	scopes: string;
	/** What the user has to know before they rely on it, a token that expires for one. */
	note?: string;
	fields: readonly PresetField[];
	endpoints: readonly PresetEndpoint[];
};

/** The endpoint types a preset sets. */
export const typesOf = (preset: Preset): EndpointType[] => preset.endpoints.map(({ type }) => type);

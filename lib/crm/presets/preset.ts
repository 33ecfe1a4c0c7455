import type { Endpoint } from "../endpoint";

/** What a value of a preset has to be. `address` may have a path (a shop below `/store`), `origin` may not. */
export type PresetFieldKind = "origin" | "address" | "subdomain" | "number" | "text";

/** What a field is called; the interface has the words. */
export type PresetLabel =
	| "accessToken"
	| "accountNumber"
	| "adminToken"
	| "apiAddress"
	| "apiKey"
	| "apiToken"
	| "appAddress"
	| "companyDomain"
	| "consumerKey"
	| "consumerSecret"
	| "database"
	| "hubId"
	| "login"
	| "myDomain"
	| "shopName";

/** Something only the user knows: where their CRM is, and their credentials. Stands in the endpoints as `{{key}}`. */
export type PresetField = {
	key: string;
	label: PresetLabel;
	placeholder: string;
	kind: PresetFieldKind;
	/** What follows a `subdomain`; taken off when the user wrote it too. */
	suffix?: string;
	/** Typed as a password, and only ever sent where the endpoint's `auth` puts it. */
	secret?: true;
};

/** An endpoint whose texts hold `{{key}}` for the user's values, beside the placeholders of a call (`{phone}`). */
export type PresetEndpoint = Endpoint;

/** The CRMs there are presets for. The interface has words for each: what it needs, and where that is found. */
export type PresetId =
	| "chatwoot"
	| "espocrm"
	| "hubspot"
	| "odoo"
	| "odooRpc"
	| "pipedrive"
	| "salesforce"
	| "shopify"
	| "twenty"
	| "woocommerce"
	| "zoho";

/** A CRM that can be connected by giving a few values, and how each endpoint asks it. All ask one server. */
export type Preset = {
	id: PresetId;
	name: string;
	/** The vendor's pages this was made from. */
	docs: readonly [string, ...string[]];
	/** What the user has to know before they rely on it, in the interface's words. */
	note?: "expiresSession" | "expiresHour" | "expiresDay" | "odooPlan";
	fields: readonly PresetField[];
	endpoints: readonly PresetEndpoint[];
};

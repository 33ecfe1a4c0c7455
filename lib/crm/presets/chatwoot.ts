import { block, isPhone } from "./jsonata";
import type { Preset } from "./preset";

const api = "{{server}}/api/v1/accounts/{{account}}";
const auth = { type: "header" as const, fields: { api_access_token: "{{token}}" } };

const contact = `
	"id": id,
	"name": name,
	"email": email,
	"phone": phone_number,
	"shopUrl": "{{server}}/app/accounts/{{account}}/contacts/" & id,
	"state": blocked ? "blocked",
	"createdAt": created_at,
	"address": $join([additional_attributes.city, additional_attributes.country][$], ", "),
	"company": additional_attributes.company_name,
	"lastActivityAt": last_activity_at,
	"attributes": custom_attributes`;

const customerInfo = block(
	isPhone,
	"$labels := answers[1].payload",
	"$first := answers[0].payload[0].id",
	`[answers[0].payload[$isPhone(phone_number)].$merge([
		{ ${contact} },
		id = $first ? { "tags": $labels }
	])]`,
);

/** Chatwoot, in the cloud or on a server of one's own, with a user's access token. It keeps contacts, no orders. */
export const chatwoot: Preset = {
	id: "chatwoot",
	name: "Chatwoot",
	docs: [
		"https://developers.chatwoot.com/api-reference/contacts/search-contacts",
		"https://developers.chatwoot.com/api-reference/contact-labels/list-labels",
	],
	fields: [
		{
			key: "server",
			label: "appAddress",
			placeholder: "https://app.chatwoot.com",
			kind: "origin",
		},
		{
			key: "account",
			label: "accountNumber",
			placeholder: "1",
			kind: "number",
		},
		{
			key: "token",
			label: "accessToken",
			placeholder: "…",
			kind: "text",
			secret: true,
		},
	],
	endpoints: [
		{
			type: "sidePanel_CustomerInfo",
			url: `${api}/contacts/search`,
			method: "GET",
			auth,
			query: { q: "{phone}" },
			steps: [{ url: `${api}/contacts/{answer.payload.0.id}/labels`, method: "GET", optional: true }],
			mapping: customerInfo,
		},
		{
			type: "sidePanel_CustomerFindToJoin",
			url: `${api}/contacts/search`,
			method: "GET",
			auth,
			query: { q: "{query}" },
			mapping: `[payload.{ ${contact} }]`,
		},
	],
};

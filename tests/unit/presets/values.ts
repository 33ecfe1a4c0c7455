/** What a user would have typed for each preset. */
export const values: Record<string, Record<string, string>> = {
	chatwoot: { server: "https://app.chatwoot.com", account: "3", token: "t" },
	espocrm: { server: "https://crm.example.com", key: "t" },
	hubspot: { token: "t", hub: "12345" },
	odoo: { server: "https://robledo.odoo.com", database: "robledo", key: "t" },
	odooRpc: { server: "https://robledo.odoo.com", database: "robledo", login: "ana", key: "t" },
	pipedrive: { company: "robledo", token: "t" },
	salesforce: { domain: "robledo", token: "t" },
	shopify: { shop: "my-shop", token: "t" },
	twenty: { api: "https://api.twenty.com", app: "https://robledo.twenty.com", token: "t" },
	woocommerce: { shop: "https://example.com/shop", consumer_key: "ck", consumer_secret: "cs" },
	zoho: { api: "https://www.zohoapis.eu", app: "https://crm.zoho.eu", token: "t" },
};

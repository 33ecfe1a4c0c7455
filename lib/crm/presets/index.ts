import { chatwoot } from "./chatwoot";
import { espocrm } from "./espocrm";
import { hubspot } from "./hubspot";
import { odoo } from "./odoo";
import { odooRpc } from "./odoo-rpc";
import { pipedrive } from "./pipedrive";
import type { Preset } from "./preset";
import { salesforce } from "./salesforce";
import { shopify } from "./shopify";
import { twenty } from "./twenty";
import { woocommerce } from "./woocommerce";
import { zoho } from "./zoho";

/** The CRMs that can be connected by giving a few values, in the order of their names. */
export const presets: readonly Preset[] = [
	chatwoot,
	espocrm,
	hubspot,
	odooRpc,
	odoo,
	pipedrive,
	salesforce,
	shopify,
	twenty,
	woocommerce,
	zoho,
];

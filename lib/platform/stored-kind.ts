/** Every kind of thing Chatside stores, in the order people are told of them. */
export const storedKindNames = [
	"settings",
	"settings-history",
	"settings-copies",
	"cards",
	"contexts",
	"links",
	"customer-links",
	"seen-phones",
	"deliveries",
	"egress",
	"kept-messages",
	"do-not-analyse",
	"follow-ups",
	"follow-up-runs",
	"learned-weights",
	"function-calls",
	"bridge-calls",
	"model-usage",
	"bridge-profile",
	"previous-secret",
	"crm-health",
	"crm-shapes",
	"conversations",
	"confirmations",
	"function-approvals",
	"bridge-approvals",
	"console-history",
] as const;
export type StoredKindName = (typeof storedKindNames)[number];

/** How much of a kind is stored. */
export type StoredAmount = {
	kind: StoredKindName;
	count: number;
	/** As JSON in UTF-8; the browser's own overhead is not known. */
	bytes: number;
	/** When the oldest was stored, in ms since the epoch; undefined where that is not recorded. */
	since?: number;
};

/** What is in an exported file of everything stored. No secret is in it. */
export type StoredDataFile = {
	format: "chatside-data";
	/** ISO 8601. */
	exported_at: string;
	data: Record<StoredKindName, unknown>;
};

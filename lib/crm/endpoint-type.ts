// Without zod: pages that only name the types must not carry it.

/** The five endpoint types (docs/contract.md, section 2). There is at most one endpoint of each. */
export const endpointTypes = [
	"sidePanel_CustomerInfo",
	"ai_CustomerInitialInfo",
	"sidePanel_CustomerFindToJoin",
	"search_Products",
	"globalSearch",
] as const;
export type EndpointType = (typeof endpointTypes)[number];

export const endpointMethods = ["GET", "POST"] as const;

/** Longest a call may take: the browser ends a worker whose fetch runs for 30 s. */
export const maxTimeoutMs = 25_000;
export const defaultTimeoutMs = 15_000;
export const defaultCacheTtlS = 300;

/** Who is asked for in a test when nobody says who (docs/contract.md, section 1). */
export const defaultTestPhone = "+34600000000";

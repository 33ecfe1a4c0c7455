/**
 * The parameters of the endpoints, read from a GET's query or a POST's JSON body into typed values. A value that
 * cannot be used gives a sentence that names the parameter; it is answered with status 400.
 */
export type Parameters = Record<string, unknown>;

export type Read<T> = { ok: true; value: T } | { ok: false; error: string };

/** Who the conversation is with. At least one of the fields has a value. */
export type Lookup = { phone?: string; relatedPhones: string[]; customerId?: number };
export type Search = { query: string; limit: number };
/** An order, and the phone of whose it has to be where the caller says one. */
export type OrderLookup = { orderId: string; phone?: string };
export type OrderNote = OrderLookup & { note: string };
/** At least one of `query` and `phone` is present. */
export type Find = { query?: string; phone?: string; limit: number };

const longestQuery = 200;
const longestNote = 1_000;
const mostResults = 100;
const usualResults = 20;

/** In a query, a name that is repeated is a list. Fails when a POST's body is not a JSON object. */
export async function readParameters(request: Request): Promise<Read<Parameters>> {
	if (request.method === "POST") return readBody(await request.text());
	const query = new URL(request.url).searchParams;
	const parameters: Parameters = {};
	for (const name of query.keys()) {
		const values = query.getAll(name);
		parameters[name] = values.length === 1 ? values[0] : values;
	}
	return { ok: true, value: parameters };
}

function readBody(text: string): Read<Parameters> {
	try {
		const body: unknown = JSON.parse(text);
		if (typeof body === "object" && body !== null && !Array.isArray(body)) {
			return { ok: true, value: { ...body } };
		}
	} catch {
		// Answered like any other body that is not an object.
	}
	return { ok: false, error: "The body must be a JSON object." };
}

export function readLookup(parameters: Parameters): Read<Lookup> {
	return collect((problem) => {
		const lookup = {
			phone: readPhone(parameters.phone, "phone", problem),
			relatedPhones: readPhones(parameters.relatedphones, problem),
			customerId: readCustomerId(parameters.customer_id, problem),
		};
		if (lookup.phone === undefined && lookup.customerId === undefined && lookup.relatedPhones.length === 0) {
			problem("phone is missing (customer_id can stand in for it).");
		}
		return lookup;
	});
}

export function readSearch(parameters: Parameters): Read<Search> {
	return collect((problem) => {
		const query = readQuery(parameters.query, problem);
		if (query === undefined) problem("query is missing.");
		return { query: query ?? "", limit: readLimit(parameters.limit, problem) };
	});
}

export function readFind(parameters: Parameters): Read<Find> {
	return collect((problem) => {
		const query = readQuery(parameters.query, problem);
		const phone = readPhone(parameters.phone, "phone", problem);
		if (query === undefined && phone === undefined) problem("query is missing (phone can stand in for it).");
		// An empty search box is no query yet: then the phone finds its owners.
		const typed = query?.trim() === "" && phone !== undefined ? undefined : query;
		return { query: typed, phone, limit: readLimit(parameters.limit, problem) };
	});
}

export function readOrderLookup(parameters: Parameters): Read<OrderLookup> {
	return collect((problem) => ({
		orderId: readOrderId(parameters.order_id, problem),
		phone: readPhone(parameters.phone, "phone", problem),
	}));
}

export function readOrderNote(parameters: Parameters): Read<OrderNote> {
	return collect((problem) => ({
		orderId: readOrderId(parameters.order_id, problem),
		phone: readPhone(parameters.phone, "phone", problem),
		note: readNote(parameters.note, problem),
	}));
}

/** The first problem is the answer: the others often follow from it. */
function collect<T>(read: (problem: (sentence: string) => void) => T): Read<T> {
	const problems: string[] = [];
	const value = read((sentence) => problems.push(sentence));
	const [error] = problems;
	return error === undefined ? { ok: true, value } : { ok: false, error };
}

type Problem = (sentence: string) => void;

const isAbsent = (value: unknown) => value === undefined || value === null;

function readPhone(value: unknown, name: string, problem: Problem): string | undefined {
	if (isAbsent(value) || value === "") return undefined;
	// A "+" that was not encoded arrives in a query as a space.
	const phone = typeof value === "string" ? value.replace(/^ (?=\d)/, "+").replace(/[\s().-]/g, "") : "";
	// E.164: "+", a country code, 15 digits at most.
	if (/^\+[1-9]\d{5,14}$/.test(phone)) return phone;
	problem(`${name} must be a number in international form, such as +34600000000.`);
	return undefined;
}

function readPhones(value: unknown, problem: Problem): string[] {
	if (isAbsent(value)) return [];
	const phones = Array.isArray(value) ? value : [value];
	return phones.flatMap((phone) => readPhone(phone, "relatedphones", problem) ?? []);
}

function readCustomerId(value: unknown, problem: Problem): number | undefined {
	if (isAbsent(value) || value === "") return undefined;
	const id = toWholeNumber(value);
	if (id === undefined) problem("customer_id must be a whole number, such as 1001.");
	return id;
}

function readOrderId(value: unknown, problem: Problem): string {
	const id = typeof value === "string" ? value.trim().replace(/^#/, "").toUpperCase() : "";
	if (!/^[A-Z]{2}-\d{1,9}$/.test(id)) problem("order_id must be an order's name, such as CS-11465.");
	return id;
}

function readNote(value: unknown, problem: Problem): string {
	const note = typeof value === "string" ? value.trim() : "";
	if (note === "" || note.length > longestNote || note.includes("\0"))
		problem(`note must be a text of 1 to ${longestNote} characters.`);
	return note;
}

function readQuery(value: unknown, problem: Problem): string | undefined {
	if (isAbsent(value)) return undefined;
	// PostgreSQL's text cannot hold the character U+0000.
	if (typeof value === "string" && value.length <= longestQuery && !value.includes("\0")) return value;
	problem(`query must be one text of at most ${longestQuery} characters.`);
	return undefined;
}

function readLimit(value: unknown, problem: Problem): number {
	if (isAbsent(value) || value === "") return usualResults;
	const limit = toWholeNumber(value) ?? 0;
	if (limit < 1 || limit > mostResults) problem(`limit must be a whole number from 1 to ${mostResults}.`);
	return limit;
}

/** From a number or its digits; nine digits always fit PostgreSQL's `integer`. */
function toWholeNumber(value: unknown): number | undefined {
	if (typeof value !== "string" && typeof value !== "number") return undefined;
	return /^\d{1,9}$/.test(String(value)) ? Number(value) : undefined;
}

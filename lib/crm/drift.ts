import { isObject } from "@/lib/core/is-object";
import { z } from "@/lib/core/schema";

/** After so many answers in a row with a field, it counts as always there. */
export const answersToLearn = 20;
/** Gone, or of another kind, in so many answers in a row, it is told. */
export const answersToTell = 3;
/** Paths remembered of an endpoint. */
export const mostPaths = 300;

/** Looked at in one answer: an answer may be megabytes. */
const mostValues = 20_000;
const mostElements = 100;
const deepest = 10;

export const valueKinds = ["text", "number", "boolean", "object", "list"] as const;
export type ValueKind = (typeof valueKinds)[number];

const kinds = z.array(z.enum(valueKinds));
const fieldSchema = z.object({
	kinds,
	/** Answers in a row that had it, up to `answersToLearn`. */
	streak: z.number().int().min(0),
	/** Answers in a row without it, once it was always there. */
	missing: z.number().int().min(0),
	/** Answers in a row in which it was of another kind, and of which. */
	odd: z.number().int().min(0),
	oddKinds: kinds,
	/** When it was last as always, ms since the epoch. */
	lastGoodAt: z.number(),
	/** When it first was not. */
	since: z.number().optional(),
});
type Field = z.infer<typeof fieldSchema>;

/** The remembered fields by their paths, such as `customer.orders[].name`. */
export type ShapeRecord = ReadonlyMap<string, Field>;
/** A record as it is stored. */
export const storedShapeSchema = z.array(z.tuple([z.string(), fieldSchema])).max(mostPaths);

/** A field that was in every answer and is gone, or is of another kind. Times in ms since the epoch. */
export type Drift = {
	path: string;
	change: "missing" | "kind";
	was: ValueKind[];
	/** Of a changed kind: what it is now. */
	now: ValueKind[];
	lastGoodAt: number;
	since: number;
};

/** What is in one answer: values by path, with their kinds; and of every place for fields, how often it is there. */
type Shape = {
	values: Map<string, { count: number; kinds: Set<ValueKind> }>;
	places: Map<string, number>;
};

/**
 * What is remembered after one more good answer. Elements of a list are one: a field of theirs is there when all have it.
 * A field whose place is not there, as that of an order in an answer without orders, is not judged. Null is a value of
 * any kind. A field that is missing at times is optional, and never told of.
 */
export function learn(record: ShapeRecord, answer: unknown, at: number): ShapeRecord {
	const { values, places } = shapeOf(answer);
	const learned = new Map(record);
	for (const [path, field] of record) {
		const expected = places.get(placeOf(path)) ?? 0;
		if (expected === 0) continue;
		const found = values.get(path);
		learned.set(path, found ? seen(field, found, expected, at) : absent(field, at));
	}
	for (const [path, { count, kinds: found }] of values) {
		if (record.has(path)) continue;
		if (learned.size >= mostPaths && !forgetOne(learned, at)) break;
		const everywhere = count === places.get(placeOf(path));
		learned.set(path, {
			kinds: [...found],
			streak: everywhere ? 1 : 0,
			missing: 0,
			odd: 0,
			oddKinds: [],
			lastGoodAt: at,
		});
	}
	return learned;
}

const isEstablished = ({ streak }: Field) => streak >= answersToLearn;

function absent(field: Field, at: number): Field {
	if (!isEstablished(field)) return { ...field, streak: 0 };
	return { ...field, missing: field.missing + 1, since: field.since ?? at };
}

function seen(field: Field, found: { count: number; kinds: Set<ValueKind> }, expected: number, at: number) {
	const { since: _, ...before } = field;
	const good = { ...before, missing: 0, odd: 0, oddKinds: [], lastGoodAt: at };
	const other = [...found.kinds].filter((kind) => !field.kinds.includes(kind));
	if (other.length > 0 && isEstablished(field))
		return { ...field, missing: 0, odd: field.odd + 1, oddKinds: [...found.kinds], since: field.since ?? at };
	const known = [...new Set([...field.kinds, ...other, ...field.oddKinds])];
	// It was gone for a while, or is gone in places: it is optional, until it has been there for long enough again.
	if (found.count < expected) return { ...good, kinds: known, streak: 0 };
	if (field.missing > 0) return { ...good, kinds: known, streak: 1 };
	return { ...good, kinds: known, streak: Math.min(field.streak + 1, answersToLearn) };
}

/** Makes room: of what is not always there, what was seen last the longest ago. */
function forgetOne(record: Map<string, Field>, at: number): boolean {
	let oldest: [string, Field] | undefined;
	for (const entry of record)
		if (!isEstablished(entry[1]) && entry[1].lastGoodAt < (oldest?.[1].lastGoodAt ?? at)) oldest = entry;
	return oldest !== undefined && record.delete(oldest[0]);
}

/** What has changed for good, by what is remembered. */
export function driftsOf(record: ShapeRecord): Drift[] {
	return [...record].flatMap<Drift>(
		([path, { kinds: was, missing, odd, oddKinds, lastGoodAt, since = lastGoodAt }]) => {
			if (missing >= answersToTell)
				return [{ path, change: "missing" as const, was, now: [], lastGoodAt, since }];
			if (odd >= answersToTell)
				return [{ path, change: "kind" as const, was, now: oddKinds, lastGoodAt, since }];
			return [];
		},
	);
}

/** Forgets a field and what is inside it: it is learned anew, as it is now. */
export const accept = (record: ShapeRecord, path: string): ShapeRecord =>
	new Map(
		[...record].filter(([one]) => one !== path && !one.startsWith(`${path}.`) && !one.startsWith(`${path}[`)),
	);

function shapeOf(answer: unknown): Shape {
	const shape: Shape = { values: new Map(), places: new Map() };
	let left = mostValues;
	const plainNames = new Map<string, string>();
	function note(path: string, value: unknown, depth: number, isFirst = true): void {
		if (left-- <= 0) return;
		const entry = shape.values.get(path) ?? { count: 0, kinds: new Set() };
		if (isFirst) entry.count++;
		shape.values.set(path, entry);
		const kind = kindOf(value);
		if (kind) entry.kinds.add(kind);
		if (depth < deepest) enter(path, value, depth);
	}
	function enter(path: string, value: unknown, depth: number): void {
		if (Array.isArray(value)) {
			const elements = value.slice(0, mostElements);
			count(shape.places, `${path}[]/`, elements.length);
			for (const element of elements) note(`${path}[]`, element, depth + 1);
		} else if (isObject(value)) {
			count(shape.places, path, 1);
			const names = new Set<string>();
			for (const [name, inner] of Object.entries(value)) {
				const plain = plainNames.get(name) ?? plainName(name);
				plainNames.set(name, plain);
				// Values that are used as names are one field.
				note(path === "" ? plain : `${path}.${plain}`, inner, depth + 1, !names.has(plain));
				names.add(plain);
			}
		}
	}
	enter("", answer, 0);
	return shape;
}

const count = (counts: Map<string, number>, key: string, by: number) =>
	counts.set(key, (counts.get(key) ?? 0) + by);

/** Where a path's value has its place: the object it is a field of, or the list it is an element of. */
const placeOf = (path: string): string =>
	path.endsWith("[]") ? `${path}/` : path.slice(0, Math.max(path.lastIndexOf("."), 0));

/** Names that are numbers or addresses of somebody are not kept, and `.` and `[` tell the parts of a path. */
const plainName = (name: string): string =>
	name.length > 60 || /\d{5,}|@/.test(name) ? "*" : name.replace(/[.[\]/]/g, "_");

function kindOf(value: unknown): ValueKind | undefined {
	if (Array.isArray(value)) return "list";
	switch (typeof value) {
		case "string":
			return "text";
		case "number":
			return "number";
		case "boolean":
			return "boolean";
		default:
			return isObject(value) ? "object" : undefined;
	}
}

import { fail, ok, type Result } from "@/lib/core/result";
import { authFieldProblem } from "../auth-field";
import type { Endpoint } from "../endpoint";
import { readEndpointUrl } from "../endpoint-url";
import type { CrmFailure } from "../failure";
import type { Preset, PresetField } from "./preset";

/** What is wrong with a value, by its field. */
export type PresetProblem = { field: string } & ValueProblem;
type ValueProblem =
	| { reason: "missing" | "has-path" | "not-a-name" | "not-a-number" | "unsendable" }
	| { reason: "invalid-address"; failure: CrmFailure };

type FieldReading = Result<string, ValueProblem>;

/**
 * The endpoints of a preset with the user's values in them, ready for `update_crm_endpoints`; or every value that
 * is missing or wrong. `values` are as typed, by the fields' keys.
 */
export function fillPreset(
	preset: Preset,
	values: Readonly<Record<string, string | undefined>>,
): Result<Endpoint[], PresetProblem[]> {
	const read = preset.fields.map((field) => ({ field, reading: readField(field, values[field.key] ?? "") }));
	const problems = read.flatMap(({ field, reading }) =>
		reading.ok ? [] : [{ field: field.key, ...reading.failure }],
	);
	if (problems.length > 0) return fail(problems);
	const known = Object.fromEntries(
		read.map(({ field, reading }) => [field.key, reading.ok ? reading.value : ""]),
	);
	return ok(preset.endpoints.map((endpoint) => withValues(endpoint, known)));
}

function readField(field: PresetField, typed: string): FieldReading {
	const value = typed.trim();
	if (value === "") return fail({ reason: "missing" });
	switch (field.kind) {
		case "origin":
		case "address":
			return readAddress(value, field.kind);
		case "subdomain":
			return readSubdomain(value, field.suffix ?? "");
		case "number":
			return /^\d+$/.test(value) ? ok(value) : fail({ reason: "not-a-number" });
		case "text":
			return authFieldProblem("header", field.key, value) === null
				? ok(value)
				: fail({ reason: "unsendable" });
	}
}

/** An address without a slash at its end, so that a path can follow it. */
function readAddress(value: string, kind: "origin" | "address"): FieldReading {
	const read = readEndpointUrl(value);
	if (!read.ok) return fail({ reason: "invalid-address", failure: read.failure });
	const { origin, pathname, search } = read.value;
	const path = pathname.replace(/\/+$/, "");
	if (search !== "" || (kind === "origin" && path !== "") || /[{}"\\]/.test(value))
		return fail({ reason: "has-path" });
	return ok(origin + path);
}

/** `my-shop`, also when it was written as `my-shop.myshopify.com` or as that address. */
function readSubdomain(value: string, suffix: string): FieldReading {
	const host = value
		.toLowerCase()
		.replace(/^https:\/\//, "")
		.replace(/\/$/, "");
	const name = suffix !== "" && host.endsWith(suffix) ? host.slice(0, -suffix.length) : host;
	if (name.includes("/")) return fail({ reason: "has-path" });
	return /^[a-z0-9](-*[a-z0-9])*$/.test(name) ? ok(name) : fail({ reason: "not-a-name" });
}

/** A value of JSON with `{{key}}` in its texts replaced; what a call fills in (`{phone}`) stays. */
function withValues<T>(value: T, values: Readonly<Record<string, string>>): T {
	if (typeof value === "string")
		return value.replace(/\{\{(\w+)\}\}/g, (mark, key: string) => values[key] ?? mark) as T;
	if (Array.isArray(value)) return value.map((item) => withValues(item, values)) as T;
	if (typeof value !== "object" || value === null) return value;
	return Object.fromEntries(
		Object.entries(value).map(([name, inner]) => [name, withValues(inner, values)]),
	) as T;
}

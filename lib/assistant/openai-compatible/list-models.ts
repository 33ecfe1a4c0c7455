import { isObject } from "@/lib/core/is-object";
import { fail, ok, type Result } from "@/lib/core/result";
import { createVerdict, excerpt } from "@/lib/crm/call";
import { permissionPattern } from "@/lib/crm/endpoint-url";
import type { ModelFailure } from "../model";
import {
	addressOf,
	beginsWithinMs,
	headersOf,
	maxAnswerBytes,
	pieceWithinMs,
	type ServerConnection,
	type ServerPorts,
} from "./connection";
import { failureOfHttp, failureOfStatus, serverErrorIn } from "./failure";

/** The models a server has, by `GET {base}/models`, in alphabetical order. Undefined when nobody waits any more. */
export async function listModels(
	connection: ServerConnection,
	{ http, hasPermission, purpose, now }: Omit<ServerPorts, "randomId">,
	signal: AbortSignal,
): Promise<Result<string[], ModelFailure> | undefined> {
	const url = addressOf(connection, "models");
	const origin = permissionPattern(url);
	if (!(await hasPermission(origin))) return fail({ reason: "permission-missing", origin });
	const [verdict, judge] = createVerdict();
	try {
		const { "Content-Type": _, ...headers } = headersOf(connection);
		const sent = await http(
			{ url: url.href, method: "GET", headers, beginsWithinMs, pieceWithinMs },
			{ maxBytes: maxAnswerBytes, signal, verdict, purpose: { kind: purpose, name: "models" } },
		);
		if (!sent.ok) return failedBy(failureOfHttp(sent.failure, url.host, "beginning"));
		let text = "";
		for await (const piece of sent.value.pieces) {
			if (!piece.ok) return failedBy(failureOfHttp(piece.failure, url.host, "answer"));
			text += piece.value;
		}
		const { status, contentType } = sent.value;
		if (status < 200 || status > 299)
			return fail(
				failureOfStatus(sent.value, serverErrorIn(text), { askedWithFunctions: false, connection, now }),
			);
		const models = modelsIn(text);
		if (models) return ok(models);
		judge("not-understood");
		return fail({ reason: "not-understood", contentType, excerpt: excerpt(text) });
	} finally {
		judge(undefined);
	}
}

const failedBy = (failure: ModelFailure | undefined) => (failure ? fail(failure) : undefined);

/** OpenAI's `{ data: [{ id }] }`, a bare list, or Ollama's own `{ models: [{ name }] }`. */
function modelsIn(text: string): string[] | undefined {
	let json: unknown;
	try {
		json = JSON.parse(text);
	} catch {
		return undefined;
	}
	const list = isObject(json) ? (json.data ?? json.models) : json;
	if (!Array.isArray(list)) return undefined;
	const names = list.flatMap((one) => {
		const name = isObject(one) ? (one.id ?? one.name) : one;
		return typeof name === "string" && name !== "" ? [name] : [];
	});
	return [...new Set(names)].toSorted((one, other) => one.localeCompare(other, "en"));
}

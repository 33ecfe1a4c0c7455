import { setTimeout as sleep } from "node:timers/promises";
import type { HttpBindings } from "@hono/node-server";
import { RESPONSE_ALREADY_SENT } from "@hono/node-server/utils/response";
import { Hono } from "hono";
import { parseJson } from "../inbox/foreign-json";
import type { DemoModel } from "./answer";
import { type ChatRequest, readChatRequest } from "./chat-request";
import { completionOf, wholeCompletion } from "./completion";
import { errorResponse, type Fault, faultResponse, keyRefused } from "./faults";
import { type Pace, streamResponse } from "./stream";

export type ModelParts = {
	/** What callers must send as `Authorization: Bearer …`. */
	key: string;
	/** How the next answers fail, and how long they take. */
	state: { fault: Fault; pace: Pace };
	models: Readonly<Record<string, DemoModel>>;
	/** Hears of every request that could be read, before it is answered. */
	asked(request: ChatRequest): void;
	now(): number;
};

/**
 * A model server of rules, not of a language model, that speaks OpenAI's Chat Completions: `GET /v1/models` and
 * `POST /v1/chat/completions`, streamed and not, with calls of functions. Errors have OpenAI's shape: 400 what cannot be
 * read, 401 no or a wrong key, 404 no such model.
 */
export function createModelApp({ key, state, models, asked, now }: ModelParts) {
	const app = new Hono<{ Bindings: HttpBindings }>();

	app.use("/v1/*", async (context, next) => {
		if (context.req.header("authorization") !== `Bearer ${key}`) return keyRefused();
		await next();
		return undefined;
	});

	app.get("/v1/models", (context) =>
		context.json({
			object: "list",
			data: Object.keys(models).map((id) => ({ id, object: "model", created: 0, owned_by: "demo" })),
		}),
	);

	app.post("/v1/chat/completions", async (context) => {
		const read = readChatRequest(parseJson(await context.req.text()));
		if (!read.ok) return errorResponse(400, { message: read.message, param: read.parameter });
		const { request } = read;
		asked(request);
		const { fault, pace } = state;
		if (fault === "hang") return RESPONSE_ALREADY_SENT;
		const model = models[request.model];
		if (!model)
			return errorResponse(404, {
				message: `The model \`${request.model}\` does not exist.`,
				code: "model_not_found",
			});
		if (fault === "no-functions" ? request.functions.length > 0 : fault !== "none") {
			const failed = faultResponse(fault, request.model);
			if (failed) return failed;
		}
		if (pace.firstMs > 0) await sleep(pace.firstMs);
		const completion = completionOf(request, model(request), now());
		if (!request.stream) return context.json(wholeCompletion(completion));
		return streamResponse(completion, request.streamUsage, {
			fault,
			pace,
			hangUp: () => context.env.incoming.socket.destroy(),
		});
	});

	app.notFound((context) =>
		errorResponse(404, { message: `Invalid URL (${context.req.method} ${context.req.path})` }),
	);
	return app;
}

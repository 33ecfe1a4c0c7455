import type { HttpBindings } from "@hono/node-server";
import { RESPONSE_ALREADY_SENT } from "@hono/node-server/utils/response";
import { Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import { type SSEStreamingApi, streamSSE } from "hono/streaming";
import { type Answer, answers, isAnswer, responseOf } from "./answers";
import type { PageFiles } from "./build-page";
import { fieldsOf, parseJson } from "./foreign-json";
import { type ReceivedEvent, type ReceivedEvents, waitForEvent } from "./received-events";
import { readRequest } from "./received-request";

/** What the inbox answers with, and who wants to know when that changes. */
export type AnswerSwitch = {
	get(): Answer;
	set(answer: Answer): void;
	watch(watcher: () => void): () => void;
};

export type InboxParts = {
	events: ReceivedEvents;
	answerSwitch: AnswerSwitch;
	/** Events are signed with it. */
	secret: string;
	/** By path; without them there is only the API. */
	page?: PageFiles;
	now(): number;
};

/** Larger bodies are refused before they are read. */
const mostBodyBytes = 1024 * 1024;
const longestWaitMs = 60_000;

/**
 * The inbox over HTTP: `POST /webhook` receives. Its page and tests use the rest: `GET /events`, `DELETE /events`,
 * `GET /events/wait?event=&phone=&verified=&accepted=&timeout_ms=`, `PUT /answer` with `{ "answer": … }`, and
 * `GET /stream` (Server-Sent Events: `state`, then `event`, `answer`, `cleared`).
 */
export function createInboxApp({ events, answerSwitch, secret, page, now }: InboxParts) {
	const app = new Hono<{ Bindings: HttpBindings }>();
	const state = () => ({ answer: answerSwitch.get(), events: events.list() });

	const limit = bodyLimit({
		maxSize: mostBodyBytes,
		// The rest of the body is on its way: nothing more can be asked on this connection.
		onError: (context) => context.text("Payload Too Large", 413, { Connection: "close" }),
	});
	app.post("/webhook", limit, async (context) => {
		const answer = answerSwitch.get();
		const body = Buffer.from(await context.req.arrayBuffer());
		events.add(readRequest({ headers: context.req.raw.headers, body, receivedAt: now(), answer, secret }));
		if (answer !== "hang" && answer !== "refuse") return responseOf(answer);
		if (answer === "refuse") context.env.incoming.socket.destroy();
		// The connection is gone, or stays open until the sender gives up.
		return RESPONSE_ALREADY_SENT;
	});

	app.get("/events", (context) => context.json(state()));
	app.delete("/events", (context) => {
		events.clear();
		return context.body(null, 204);
	});
	app.get("/events/wait", async (context) => {
		const wanted = context.req.query();
		const timeoutMs = Math.min(Number(wanted.timeout_ms ?? 10_000) || 0, longestWaitMs);
		const event = await waitForEvent(events, matching(wanted), timeoutMs);
		if (event) return context.json(event);
		return context.json({ error: `No such event came within ${timeoutMs} ms.` }, 404);
	});
	app.put("/answer", async (context) => {
		const { answer } = fieldsOf(parseJson(await context.req.text()));
		if (!isAnswer(answer)) return context.json({ error: `"answer" is one of ${answers.join(", ")}.` }, 400);
		answerSwitch.set(answer);
		return context.json({ answer });
	});

	app.get("/stream", (context) =>
		streamSSE(context, async (stream) => {
			await say(stream, "state", state());
			const unwatch = [
				events.watch((change) =>
					change.kind === "event" ? say(stream, "event", change.event) : say(stream, "cleared", null),
				),
				answerSwitch.watch(() => say(stream, "answer", answerSwitch.get())),
			];
			await new Promise<void>((resolve) => stream.onAbort(resolve));
			for (const stop of unwatch) stop();
		}),
	);

	app.get("*", async (context, next) => {
		const file = page?.get(context.req.path);
		if (!file) return next();
		// What strangers send is shown here: only the page's own scripts and styles count.
		context.header("Content-Security-Policy", "default-src 'self'; base-uri 'none'; frame-ancestors 'none'");
		context.header("Content-Type", file.type);
		context.header("Cache-Control", "no-store");
		return context.body(file.text);
	});
	app.notFound((context) =>
		context.json({ error: `There is no ${context.req.method} ${context.req.path}.` }, 404),
	);
	return app;
}

const say = (stream: SSEStreamingApi, event: string, data: unknown) =>
	stream.writeSSE({ event, data: JSON.stringify(data) });

function matching({ event, phone, verified, accepted }: Record<string, string>) {
	return ({ requests: [latest], ...received }: ReceivedEvent): boolean =>
		(event === undefined || latest.event === event) &&
		(phone === undefined || latest.phone === phone) &&
		(verified === undefined || String(received.verified) === verified) &&
		(accepted === undefined || String(received.accepted) === accepted);
}

/** What the inbox can answer with: accept, or play one of the ways in which a receiver fails. */
export const answers = ["200", "500", "429", "410", "hang", "refuse"] as const;
export type Answer = (typeof answers)[number];

export const isAnswer = (value: unknown): value is Answer => answers.some((answer) => answer === value);

/** Seconds asked for with a 429: long enough to be seen waiting, short enough to wait for. */
export const retryAfterSeconds = 10;

/** The response to give; `hang` and `refuse` give none. */
export function responseOf(answer: Exclude<Answer, "hang" | "refuse">): Response {
	// A browser sends a request a second time by itself when a kept connection breaks, which would count twice here.
	const headers = { Connection: "close" };
	switch (answer) {
		case "200":
			return Response.json({ received: true }, { headers });
		case "500":
			return Response.json({ error: "The inbox plays an outage." }, { status: 500, headers });
		case "429":
			return Response.json(
				{ error: "Too many requests." },
				{ status: 429, headers: { ...headers, "Retry-After": String(retryAfterSeconds) } },
			);
		case "410":
			return Response.json({ error: "This webhook is gone for good." }, { status: 410, headers });
	}
}

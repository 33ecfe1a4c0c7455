import { expect, it } from "vitest";
import type { Finding } from "@/lib/followup/finding";
import { reasonOf } from "@/lib/followup/reason";
import type { Signal } from "@/lib/followup/signal";

const finding = (signals: Signal[], more: Partial<Finding> = {}): Finding => ({
	intentLevel: "medium",
	outcome: "abandoned",
	productMentioned: null,
	customerObjection: null,
	score: 0.6,
	evidence: signals.map((signal) => ({ signal, weight: 0.3, messageId: "1", sentence: "…" })),
	language: "en",
	lastWordBy: "outgoing",
	silentForMs: 1,
	...more,
});

it.each([
	["unanswered", ["price-asked", "unanswered"], { customerObjection: "price" }],
	["objection", ["objection-price", "quote-sent"], { customerObjection: "price", outcome: "lost" }],
	["gave-up", ["price-asked", "quote-sent"], { outcome: "lost" }],
	["payment-link", ["price-asked", "will-think", "payment-link-sent"], {}],
	["will-think", ["will-think", "quote-sent"], { outcome: "pending" }],
	["quote", ["price-asked", "quote-sent", "silent-after-us"], {}],
	["cart", ["abandoned-cart"], {}],
	["asked", ["price-asked", "silent-after-us"], {}],
	["asked", [], {}],
	["wrote-last", ["price-asked", "payment-link-sent", "silent-after-them"], {}],
	["wrote-last", ["price-asked", "quote-sent", "silent-after-them"], {}],
	["will-think", ["will-think", "payment-link-sent", "silent-after-them"], { outcome: "pending" }],
	["cart", ["abandoned-cart", "silent-after-them"], {}],
] as const)("says %s of %j %j", (reason, signals, more) => {
	expect(reasonOf(finding([...signals], more))).toBe(reason);
});

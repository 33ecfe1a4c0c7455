import { describe, expect, it } from "vitest";
import { analyseConversation } from "@/lib/followup/analyse-conversation";
import type { ConversationToAnalyse } from "@/lib/followup/conversation";
import type { Finding } from "@/lib/followup/finding";
import { signalWeights } from "@/lib/followup/weights";
import { chat } from "./chat";

function findingOf(conversation: ConversationToAnalyse): Finding {
	const analysis = analyseConversation(conversation);
	if (!analysis.found) throw new Error(`Nothing found: ${analysis.reason} (${analysis.sentence})`);
	return analysis.finding;
}

function reasonOf(conversation: ConversationToAnalyse): string {
	const analysis = analyseConversation(conversation);
	return analysis.found ? `found: ${JSON.stringify(analysis.finding.evidence)}` : analysis.reason;
}

const signalsOf = (conversation: ConversationToAnalyse) =>
	findingOf(conversation).evidence.map(({ signal }) => signal);

describe("a price that was asked for", () => {
	it.each([
		["en", "Hi, how much is the oak desk?", "It is £140"],
		["es", "hola cto cuesta el escritorio", "Son 140€"],
		["pt", "oi qto custa a mesa", "Fica R$ 140"],
	])("is found when the customer falls silent (%s)", (language, question, answer) => {
		const finding = findingOf(chat([`< ${question}`, `> ${answer}`]));
		expect(finding).toMatchObject({
			intentLevel: "medium",
			outcome: "abandoned",
			language,
			lastWordBy: "outgoing",
		});
	});

	it("is pending when we never answered", () => {
		const finding = findingOf(chat(["< how much is the oak desk?"]));
		expect(finding).toMatchObject({ outcome: "pending", lastWordBy: "incoming" });
		expect(finding.evidence.map(({ signal }) => signal)).toContain("unanswered");
	});

	it("is worth more with a wish to buy", () => {
		expect(findingOf(chat(["< I want to buy two chairs, how much?", "> £80"])).intentLevel).toBe("high");
	});

	it("is no evidence when we are those who ask", () => {
		expect(reasonOf(chat(["> how much is it at your place?", "< no idea"]))).toBe("too-little");
	});
});

describe("evidence", () => {
	it("names the message and the sentence it is based on", () => {
		const { evidence } = findingOf(chat(["< Hi there. How much is the lamp? I like it", "> £40"]));
		expect(evidence.find(({ signal }) => signal === "price-asked")).toEqual({
			signal: "price-asked",
			weight: 0.35,
			messageId: "m0",
			sentence: "How much is the lamp?",
		});
	});

	it("counts a signal once, however often it is said", () => {
		const once = findingOf(chat(["< how much is it?", "> £40"]));
		const often = findingOf(chat(["< how much is it?", "< how much?", "< what's the price?", "> £40"]));
		expect(often.score).toBe(once.score);
	});

	it("is multiplied by what was learned, and gone at 0", () => {
		const lines = ["< how much is it? can I pay by card?", "> £40"];
		const learned = findingOf(chat(lines, { weights: { "payment-asked": 0, "price-asked": 0.5 } }));
		expect(learned.evidence.map(({ signal }) => signal)).not.toContain("payment-asked");
		expect(learned.evidence.find(({ signal }) => signal === "price-asked")?.weight).toBe(0.175);
	});

	it("ignores a learned weight that is no number", () => {
		const lines = ["< how much is it?", "> £40"];
		const broken = chat(lines, { weights: { "price-asked": Number.NaN } });
		expect(findingOf(broken).score).toBe(findingOf(chat(lines)).score);
	});

	it("never makes a score above 1", () => {
		const { score, evidence } = findingOf(
			chat(
				[
					"< I want to buy it. Can you send me a quote? How much is it? Do you deliver? Is it still available?",
					"> £400, pay here: https://pay.example.com/1",
					"< too expensive, I need to ask my wife",
				],
				{ abandonedCart: { items: [{ name: "Desk", more: [] }], more: [] } },
			),
		);
		expect(score).toBe(1);
		// Each sign keeps its own weight, also beyond that.
		for (const { signal, weight } of evidence) expect(weight).toBe(signalWeights[signal]);
		expect(evidence.reduce((sum, { weight }) => sum + weight, 0)).toBeGreaterThan(2);
	});
});

describe("what the customer objects", () => {
	it.each([
		["price", "too expensive for me"],
		["price", "uy muy caro"],
		["price", "tá meio salgado"],
		["trust", "how do I know it is not a scam"],
		["delivery-time", "demora muito, preciso antes"],
		["delivery-cost", "el envío es muy caro"],
		["timing", "cuando cobre te escribo"],
		["approval", "lo tengo que hablar con mi marido"],
		["approval", "I need to ask my boss"],
		["fit", "not sure it will fit me"],
		["payment", "I can't pay by card"],
		["competitor", "achei mais barato em outra loja"],
	])("is %s: %s", (objection, sentence) => {
		const conversation = chat(["< how much is it?", "> 40 €", `< ${sentence}`]);
		expect(findingOf(conversation).customerObjection).toBe(objection);
	});

	it.each(["no es caro", "not too expensive", "não é nada caro", "no está nada caro"])(
		"is nothing when it is denied: %s",
		(sentence) => {
			expect(findingOf(chat(["< how much is it?", "> 40 €", `< ${sentence}`])).customerObjection).toBeNull();
		},
	);

	it("is nothing when it is asked", () => {
		const finding = findingOf(chat(["< is it very expensive to ship?"]));
		expect(finding.customerObjection).toBeNull();
	});

	it("is said in spite of a no before it", () => {
		expect(findingOf(chat(["< cuánto es?", "> 40 €", "< no, es muy caro"])).customerObjection).toBe("price");
	});

	it("is the last of several", () => {
		const lines = ["< how much is it?", "> 40 €", "< too expensive", "> 35 €", "< I need to ask my wife"];
		expect(findingOf(chat(lines)).customerObjection).toBe("approval");
	});

	it("is the stock when they go on after we said that it is sold out", () => {
		const lines = ["< I want to buy the green lamp", "> Sadly it is sold out", "< oh"];
		expect(findingOf(chat(lines)).customerObjection).toBe("stock");
	});
});

describe("the outcome", () => {
	it.each(["let me think about it", "lo pienso y te aviso", "vou pensar e te falo"])(
		"is pending after: %s",
		(line) => {
			expect(findingOf(chat(["< how much is it?", "> 40 €", `< ${line}`])).outcome).toBe("pending");
		},
	);

	it.each([
		"too expensive, maybe next time",
		"no me alcanza, gracias igual",
		"muito caro, deixa pra próxima",
	])("is lost after: %s", (line) => {
		expect(findingOf(chat(["< how much is it?", "> 40 €", `< ${line}`])).outcome).toBe("lost");
	});

	it("is no longer lost when they ask again", () => {
		const lines = ["< how much is it?", "> 40 €", "< maybe next time", "< how much are two?"];
		expect(findingOf(chat(lines)).outcome).toBe("pending");
	});

	it("is pending when they asked the same again and wait", () => {
		const lines = ["< how much is it?", "> 40 €", "< and how much is the delivery included?"];
		expect(signalsOf(chat(lines))).toContain("unanswered");
	});
});

describe("no follow-up", () => {
	it.each([
		["bought", "just paid, thanks"],
		["bought", "ya hice la transferencia"],
		["bought", "já fiz o pix"],
		["declined", "no thanks"],
		["declined", "no gracias"],
		["declined", "não, obrigada"],
		["declined", "ya lo compré en otra tienda"],
		["said-stop", "stop texting me"],
		["said-stop", "no me escriban más"],
		["said-stop", "pare de me mandar mensagem"],
		["angry", "worst service ever"],
		["angry", "son unos estafadores"],
		["angry", "péssimo atendimento"],
	])("because %s: %s", (reason, sentence) => {
		expect(reasonOf(chat(["< how much is it?", "> 40 €", `< ${sentence}`]))).toBe(reason);
	});

	it("because we confirmed the order", () => {
		expect(reasonOf(chat(["< I'll take it, how much?", "> 40 €", "> Thank you for your order!"]))).toBe(
			"bought",
		);
	});

	it("because they bought after an objection", () => {
		const lines = ["< how much is it?", "> 40 €", "< too expensive", "> 35 € then", "< ok, I paid"];
		expect(reasonOf(chat(lines))).toBe("bought");
	});

	it("because what they ask after buying belongs to it", () => {
		const lines = ["< I just paid", "< is it expensive to change the address? how long is delivery?"];
		expect(reasonOf(chat(lines))).toBe("bought");
	});

	it.each([
		"my order hasn't arrived",
		"wrong number sorry",
		"we are a manufacturer of LED displays, best price",
		"are you hiring?",
		"no puedo entrar, olvidé la contraseña",
	])("because it is about something else: %s", (line) => {
		expect(reasonOf(chat([`< ${line}`]))).toBe("not-a-sale");
	});

	it("names the message that shows it", () => {
		const analysis = analyseConversation(chat(["< how much?", "> 40 €", "< Hm. No thanks, too much"]));
		expect(analysis).toEqual({
			found: false,
			reason: "declined",
			messageId: "m2",
			sentence: "No thanks, too much",
		});
	});

	it("when there is only a price that we wrote to everybody", () => {
		expect(reasonOf(chat(["> New bags at 25 €!", "< ok"]))).toBe("too-little");
	});
});

describe("what begins anew", () => {
	it("is another product after they bought", () => {
		expect(signalsOf(chat(["< I paid", "> Thanks", "< how much is the other one?"]))).toContain(
			"price-asked",
		);
	});

	it("is a question days after they bought", () => {
		expect(signalsOf(chat(["< I paid", "> Thanks", "<3d how much is the desk?"]))).toContain("price-asked");
	});

	it("is a question after they refused", () => {
		expect(signalsOf(chat(["< no thanks", "<2d how much is the desk?"]))).toContain("price-asked");
	});

	it("is not what they asked before a long silence", () => {
		expect(reasonOf(chat(["< how much is the desk?", "> 40 €", "<60d happy new year"]))).not.toContain(
			"found",
		);
	});

	it("does not undo a stop before a long silence", () => {
		expect(reasonOf(chat(["< stop texting me", "> ok", ">60d hello, new bags!"]))).toBe("said-stop");
	});

	it("is said in the same message as a no", () => {
		expect(signalsOf(chat(["> The red one?", "< no thanks, how much is the blue one?"]))).toContain(
			"price-asked",
		);
	});
});

describe("what the user adds", () => {
	it("are words of their own, found however they are accented", () => {
		const words = [{ text: "colocación", weight: 0.5 }];
		const { evidence } = findingOf(chat(["< hacen colocacion?"], { words }));
		expect(evidence).toContainEqual({
			signal: "own-word",
			weight: 0.5,
			messageId: "m0",
			sentence: "hacen colocacion?",
		});
	});

	it("may rule it out, whatever else was said and however long ago", () => {
		const words = [
			{ text: "esposa", weight: -1 },
			{ text: "urgente", weight: 1 },
		];
		const lines = ["< soy tu Esposa", "<40d es urgente, cuánto cuesta? lo quiero comprar", "> 40 €"];
		expect(analyseConversation(chat(lines, { words }))).toEqual({
			found: false,
			reason: "excluding-word",
			messageId: "m0",
			sentence: "soy tu Esposa",
		});
		expect(reasonOf(chat(["> y tu esposa?", "< cuánto cuesta?"], { words }))).not.toBe("excluding-word");
	});

	it("may speak against it", () => {
		const words = [{ text: "for my school project", weight: -0.9 }];
		expect(reasonOf(chat(["< how much is it? it is for my school project"], { words }))).toBe("too-little");
	});

	it("is nothing when we said it", () => {
		expect(
			reasonOf(chat(["> hacemos colocación", "< ok"], { words: [{ text: "colocación", weight: 1 }] })),
		).toBe("too-little");
	});

	it("is never read as the notation of phrases", () => {
		const words = [
			{ text: "((", weight: 1 },
			{ text: "^", weight: 1 },
			{ text: "~", weight: 1 },
			{ text: "", weight: 1 },
		];
		expect(reasonOf(chat(["< hola", "< (( ^ $ ~"], { words }))).toBe("too-little");
	});
});

describe("an abandoned cart", () => {
	const abandonedCart = { items: [{ name: "Linen sheet", more: [] }], more: [] };

	it("is found by itself, with its product", () => {
		const finding = findingOf(chat(["< hello", "> Hello!"], { abandonedCart }));
		expect(finding).toMatchObject({ intentLevel: "medium", productMentioned: "Linen sheet" });
		expect(finding.evidence[0]).toEqual({
			signal: "abandoned-cart",
			weight: 0.4,
			messageId: null,
			sentence: "Linen sheet",
		});
	});

	it("is found when it was left after they bought, and not when before", () => {
		const after = { ...abandonedCart, date: "2026-03-06" };
		const before = { ...abandonedCart, date: "2026-03-01" };
		const lines = ["< how much is it?", "> 40 €", "< I just paid"];
		expect(signalsOf(chat(lines, { abandonedCart: after }))).toEqual(["abandoned-cart", "silent-after-them"]);
		expect(reasonOf(chat(lines, { abandonedCart: before }))).toBe("bought");
		expect(reasonOf(chat(lines, { abandonedCart }))).toBe("bought");
	});

	it("is left alone when they said stop", () => {
		expect(reasonOf(chat(["< don't write me again"], { abandonedCart }))).toBe("said-stop");
	});
});

describe("a silence", () => {
	const lines = ["< how much is it?", "> £40, here is the link: https://pay.example.com/1"];

	it("is ours to break where the customer wrote last, and is told by their words", () => {
		const { evidence } = findingOf(chat([...lines, "< Yes please, still interested"]));
		const silent = evidence.filter(({ signal }) => signal.startsWith("silent-after"));
		expect(silent).toMatchObject([
			{ signal: "silent-after-them", sentence: "Yes please, still interested", messageId: "m2" },
		]);
	});

	it("is theirs where we wrote last", () => {
		const { evidence } = findingOf(chat(lines));
		const silent = evidence.filter(({ signal }) => signal.startsWith("silent-after"));
		expect(silent).toMatchObject([{ signal: "silent-after-us", messageId: "m1" }]);
	});
});

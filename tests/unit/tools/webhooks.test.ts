import { createHmac } from "node:crypto";
import { describe, expect, it } from "vitest";
import { fail } from "@/lib/core/result";
import type { WebhookConfiguration } from "@/lib/tools/configure-webhooks";
import { confirmationMs } from "@/lib/tools/confirmations";
import type { WebhookTest } from "@/lib/tools/test-webhook";
import { createToolWorld } from "./tool-world";

const url = "https://hooks.example/in";
const wanted = { webhook_enabled: true, webhook_url: url, webhook_secret: "a good secret" };

type World = ReturnType<typeof createToolWorld>;
async function configure(
	world: World,
	input: object,
	context?: ReturnType<World["context"]>,
): Promise<Partial<WebhookConfiguration>> {
	return (await world.call("configure_webhooks", input, context)).data as Partial<WebhookConfiguration>;
}
const confirmed = { ...wanted, confirm: true };
const storedWebhook = (world: World) => (world.stored() as { webhook?: object } | undefined)?.webhook;

describe("configure_webhooks", () => {
	it("warns first, with the current settings and the exact difference, and changes nothing", async () => {
		const world = createToolWorld();
		const { text, isError } = await world.call("configure_webhooks", wanted);
		const configuration = await configure(world, wanted);
		expect(isError).toBe(false);
		expect(text).toContain('webhook_url: "" becomes "https://hooks.example/in"');
		expect(configuration).toMatchObject({
			applied: false,
			confirmation_required: true,
			current: { webhook_enabled: false, webhook_url: "", has_secret: false },
			difference: [
				{ field: "webhook_enabled", from: false, to: true },
				{ field: "webhook_url", from: "", to: url },
				{ field: "webhook_secret", from: "not set", to: "set" },
			],
		});
		expect(JSON.stringify([text, configuration])).not.toContain(wanted.webhook_secret);
		expect(world.writes).toBe(0);
	});

	it("applies the same call with confirm: true", async () => {
		const world = createToolWorld();
		await configure(world, wanted);
		expect(await configure(world, confirmed)).toMatchObject({ applied: true });
		expect(storedWebhook(world)).toEqual({
			enabled: true,
			url,
			secret: wanted.webhook_secret,
			events: ["phone.detected", "followup.detected"],
		});
	});

	it("shows no secret of the address, keeps it when it comes back masked, and tells that it is another", async () => {
		const world = createToolWorld();
		const secret = `${url}?token=u-111`;
		const shown = `${url}?token=••••••`;
		const answers = [
			await world.call("configure_webhooks", { ...wanted, webhook_url: secret }),
			await world.call("configure_webhooks", { ...confirmed, webhook_url: secret }),
			await world.call("get_webhook_config"),
			await world.call("test_webhook", { webhook_url: shown }),
		];
		expect(JSON.stringify(answers.map(({ response }) => response))).not.toContain("u-111");
		expect(answers[2]?.data).toMatchObject({ webhook_url: shown });
		expect(world.sent.map((request) => request.url)).toEqual([secret]);

		const other = { webhook_url: `${shown}&lang=es`, confirm: true };
		await configure(world, other);
		await configure(world, other);
		expect(storedWebhook(world)).toMatchObject({ url: `${secret}&lang=es` });
		const rotated = await configure(world, { webhook_url: `${url}?token=u-222&lang=es` });
		expect(rotated.difference).toEqual([
			{ field: "webhook_url", from: `${shown}&lang=es`, to: `${shown}&lang=es (another secret)` },
		]);
		for (const elsewhere of ["https://other.example/in?token=••••••", `${url}?secret=••••••`]) {
			expect(await world.call("configure_webhooks", { webhook_url: elsewhere })).toMatchObject({
				isError: true,
			});
			expect(await world.call("test_webhook", { webhook_url: elsewhere })).toMatchObject({ isError: true });
		}
		expect(world.sent).toHaveLength(1);
	});

	it("takes the arguments in any order", async () => {
		const world = createToolWorld();
		await configure(world, wanted);
		const turned = Object.fromEntries(Object.entries(confirmed).reverse());
		expect(await configure(world, turned)).toMatchObject({ applied: true });
	});

	it.each([
		["without a warning before", async (world: World) => configure(world, confirmed)],
		[
			"with other arguments than were warned about",
			async (world: World) => {
				await configure(world, wanted);
				return configure(world, { ...confirmed, webhook_url: "https://elsewhere.example" });
			},
		],
		[
			"with another secret than was warned about",
			async (world: World) => {
				await configure(world, wanted);
				return configure(world, { ...confirmed, webhook_secret: "another secret" });
			},
		],
		[
			"eleven minutes later",
			async (world: World) => {
				await configure(world, wanted);
				world.pass(11 * 60_000);
				return configure(world, confirmed);
			},
		],
		[
			"a second time",
			async (world: World) => {
				await configure(world, { webhook_url: url });
				await configure(world, { webhook_url: url, confirm: true });
				await configure(world, { webhook_url: "" });
				await configure(world, { webhook_url: "", confirm: true });
				return configure(world, { webhook_url: url, confirm: true });
			},
		],
		[
			"when the settings were changed in between",
			async (world: World) => {
				await configure(world, wanted);
				await configure(world, { webhook_events: [] });
				await configure(world, { webhook_events: [], confirm: true });
				return configure(world, confirmed);
			},
		],
	])("only warns again when confirmed %s", async (_case, act) => {
		const world = createToolWorld();
		expect(await act(world)).toMatchObject({ applied: false, confirmation_required: true });
		expect(storedWebhook(world)).not.toMatchObject({ enabled: true });
	});

	it("can be confirmed until just before ten minutes have passed", async () => {
		const world = createToolWorld();
		await configure(world, wanted);
		world.pass(confirmationMs - 50);
		expect(await configure(world, confirmed)).toMatchObject({ applied: true });
	});

	it("is applied once when two confirmations race", async () => {
		const world = createToolWorld();
		await configure(world, wanted);
		const worker = world.context();
		const outcomes = await Promise.all([
			configure(world, confirmed, worker),
			configure(world, confirmed, worker),
		]);
		expect(outcomes.filter(({ applied }) => applied)).toHaveLength(1);
	});

	it("changes nothing when the storage is full, and says so", async () => {
		const world = createToolWorld();
		await configure(world, wanted);
		world.storage.set = () => Promise.reject(new Error("QUOTA_BYTES quota exceeded"));
		const { isError, text } = await world.call("configure_webhooks", confirmed);
		expect([isError, text]).toEqual([true, expect.stringContaining("QUOTA_BYTES quota exceeded")]);
		expect(world.stored()).toBeUndefined();
	});

	it("has both secrets sign during the overlap, at every moment of the change", async () => {
		const world = createToolWorld();
		await configure(world, wanted);
		await configure(world, confirmed);
		const rotation = { webhook_secret: "another secret", secret_overlap_hours: 24 };
		await configure(world, rotation);
		const { previousSecret } = world.context();
		const stored = { enabled: true, url, events: [] };
		const write = world.storage.set.bind(world.storage);
		const signing: string[][] = [];
		world.storage.set = async (values) => {
			await write(values);
			signing.push(await previousSecret.secretsOf({ ...stored, secret: "another secret" }));
		};
		expect(await configure(world, { ...rotation, confirm: true })).toMatchObject({ applied: true });
		expect(new Set(signing.flat())).toEqual(new Set(["another secret", wanted.webhook_secret]));
		expect(signing.every((secrets) => secrets.length === 2)).toBe(true);
		world.pass(24 * 3_600_000);
		expect(await previousSecret.secretsOf({ ...stored, secret: "another secret" })).toEqual([
			"another secret",
		]);
	});

	it("leaves an overlap as it was when the change could not be stored", async () => {
		const world = createToolWorld();
		await configure(world, wanted);
		await configure(world, confirmed);
		const rotation = { webhook_secret: "another secret", secret_overlap_hours: 24 };
		await configure(world, rotation);
		await configure(world, { ...rotation, confirm: true });
		const { previousSecret } = world.context();
		const until = await previousSecret.until();
		expect(until).toBeDefined();
		const third = { webhook_secret: "a third secret", secret_overlap_hours: 1 };
		await configure(world, third);
		world.storage.set = () => Promise.reject(new Error("QUOTA_BYTES quota exceeded"));
		expect((await world.call("configure_webhooks", { ...third, confirm: true })).isError).toBe(true);
		expect(await previousSecret.until()).toBe(until);
		expect(
			await previousSecret.secretsOf({ enabled: true, url, events: [], secret: "another secret" }),
		).toEqual(["another secret", wanted.webhook_secret]);
	});

	it("keeps what is not named", async () => {
		const world = createToolWorld();
		await configure(world, wanted);
		await configure(world, confirmed);
		await configure(world, { webhook_events: [] });
		await configure(world, { webhook_events: [], confirm: true });
		expect(storedWebhook(world)).toMatchObject({
			enabled: true,
			url,
			secret: wanted.webhook_secret,
			events: [],
		});
	});

	it("asks for no confirmation when there is nothing to change", async () => {
		const configuration = await configure(createToolWorld(), { webhook_enabled: false });
		expect(configuration).toMatchObject({ applied: false, confirmation_required: false, difference: [] });
	});

	it("tells another secret from a new one and from none", async () => {
		const world = createToolWorld();
		await configure(world, wanted);
		await configure(world, confirmed);
		const secretOf = async (webhook_secret: string) =>
			(await configure(world, { webhook_secret })).difference;
		expect(await secretOf("yet another one")).toMatchObject([{ from: "set", to: "another secret" }]);
		expect(await secretOf("")).toMatchObject([{ from: "set", to: "not set" }]);
	});

	it("does not enable a webhook without a URL", async () => {
		const { isError, text } = await createToolWorld().call("configure_webhooks", { webhook_enabled: true });
		expect([isError, text]).toEqual([true, expect.stringContaining("webhook_url")]);
	});

	it("says at once what the organisation does not let anybody change", async () => {
		const world = createToolWorld();
		world.managed = { webhook_url: "https://company.example" };
		const { isError, text } = await world.call("configure_webhooks", { webhook_url: url });
		expect([isError, text]).toEqual([
			true,
			expect.stringContaining("webhook.url is set by your organisation"),
		]);
	});

	it.each([
		["nothing to change", {}, [""]],
		["only a confirmation", { confirm: true }, [""]],
		["an unknown field", { webhook_url: url, retries: 3 }, ["retries"]],
		["a URL without scheme", { webhook_url: "hooks.example" }, ["webhook_url"]],
		["credentials in the URL", { webhook_url: "https://u:p@hooks.example" }, ["webhook_url"]],
		["a file URL", { webhook_url: "file:///x" }, ["webhook_url"]],
		["a script URL", { webhook_url: "javascript:alert(1)" }, ["webhook_url"]],
		["http to a public host", { webhook_url: "http://hooks.example" }, ["webhook_url"]],
		["text for a boolean", { webhook_enabled: "true" }, ["webhook_enabled"]],
		["an unknown event", { webhook_events: ["phone.detected", "x"] }, ["webhook_events.1"]],
		["a short secret", { webhook_secret: "abc" }, ["webhook_secret"]],
		["several faults at once", { webhook_url: "x", webhook_enabled: 1 }, ["webhook_enabled", "webhook_url"]],
	])("refuses %s", async (_case, input, paths) => {
		const world = createToolWorld();
		expect(await world.call("configure_webhooks", input)).toMatchObject({ code: -32602, paths });
		expect(world.writes).toBe(0);
	});
});

describe("get_webhook_config", () => {
	it("tells whether there is a secret, and never which", async () => {
		const world = createToolWorld();
		await configure(world, wanted);
		await configure(world, confirmed);
		const { text, data } = await world.call("get_webhook_config");
		expect(data).toEqual({
			webhook_enabled: true,
			webhook_url: url,
			has_secret: true,
			webhook_events: ["phone.detected", "followup.detected"],
		});
		expect(JSON.stringify([text, data])).not.toContain(wanted.webhook_secret);
	});
});

describe("test_webhook", () => {
	async function configured(options = {}) {
		const world = createToolWorld(options);
		await configure(world, wanted);
		await configure(world, confirmed);
		return world;
	}
	const signatureOf = (body: string | undefined, secret: string) =>
		createHmac("sha256", secret)
			.update(body ?? "")
			.digest("hex");

	it("sends one signed test event to the stored URL", async () => {
		const world = await configured({ text: "thanks", status: 202 });
		const { text, data, isError } = await world.call("test_webhook");
		const [request] = world.sent;
		expect(world.sent).toHaveLength(1);
		expect(request).toMatchObject({ url, method: "POST", timeoutMs: 15_000 });
		expect(JSON.parse(request?.body ?? "")).toMatchObject({ event: "test", data: { test: true } });
		expect(request?.headers["X-WAzion-Signature"]).toBe(signatureOf(request?.body, wanted.webhook_secret));
		expect([isError, text]).toEqual([false, expect.stringMatching(/^Delivered: HTTP 202 in \d+ ms\.$/)]);
		expect(data).toMatchObject({ delivered: true, status: 202, answer: "thanks" });
		expect(JSON.stringify([text, data])).not.toContain(wanted.webhook_secret);
	});

	it("takes another URL and secret for this call, and stores neither", async () => {
		const world = await configured();
		const before = structuredClone(world.stored());
		const other = { webhook_url: "http://localhost:9000/hook", webhook_secret: "the other secret" };
		await world.call("test_webhook", other);
		const [request] = world.sent;
		expect(request?.url).toBe(other.webhook_url);
		expect(request?.headers["X-WAzion-Signature"]).toBe(signatureOf(request?.body, other.webhook_secret));
		expect(world.stored()).toEqual(before);
	});

	it("does not sign with the stored secret for another server", async () => {
		const world = await configured();
		await world.call("test_webhook", { webhook_url: "https://elsewhere.example/in" });
		expect(world.sent[0]?.headers).not.toHaveProperty("X-WAzion-Signature");
	});

	it("sends an event of its own each time", async () => {
		const world = await configured();
		await world.call("test_webhook");
		expect(world.sent[0]?.headers["webhook-id"]).toMatch(/^evt_/);
		expect(world.sent[0]?.headers["X-Webhook-Attempt"]).toBe("1");
	});

	it("is unsigned without a secret", async () => {
		const world = createToolWorld();
		await world.call("test_webhook", { webhook_url: url });
		expect(Object.keys(world.sent[0]?.headers ?? {})).not.toContain("webhook-signature");
	});

	it.each([199, 301, 404, 410, 500])("failed when the server answers %i", async (status) => {
		const world = await configured({ status });
		const { isError, data, text } = await world.call("test_webhook");
		expect([isError, text]).toEqual([true, expect.stringContaining(String(status))]);
		expect(data).toMatchObject({ delivered: false, status } satisfies Partial<WebhookTest>);
	});

	it.each(["unreachable", "interrupted", "timeout", "redirected"] as const)(
		"says what to do when the request was %s",
		async (reason) => {
			const world = await configured();
			world.http = async () => fail({ reason });
			const { isError, text, data } = await world.call("test_webhook");
			expect([isError, text]).toEqual([true, expect.stringContaining("hooks.example")]);
			expect(data).toMatchObject({ delivered: false, failure: { reason } });
		},
	);

	it("sends nothing without a URL, and nothing without permission", async () => {
		const world = createToolWorld();
		expect(await world.call("test_webhook")).toMatchObject({
			isError: true,
			text: expect.stringContaining("no URL"),
		});
		world.permitted = false;
		expect(await world.call("test_webhook", { webhook_url: url })).toMatchObject({
			isError: true,
			data: { failure: { reason: "permission-missing", origin: "https://hooks.example/*" } },
		});
		expect(world.sent).toEqual([]);
	});
});

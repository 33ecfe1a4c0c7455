import { expect } from "@playwright/test";
import { cast } from "../cast";
import { connectFunctions, connectModel } from "../connect";
import { type DemoServers, demoToken } from "../servers";
import type { Stage } from "./stage";
import type { Steps } from "./steps";

const order = "CS-11465";

/** The assistant: a draft from the user's own systems, and a function that writes, which waits for a person. */
export async function assistant(
	{ step }: Steps,
	{ browser, chat, panel, open, picture, pictureOfBoth }: Stage,
	{ crmUrl, model }: DemoServers,
): Promise<void> {
	const composer = chat.getByTestId("conversation-compose-box-input");
	const answer = panel.getByRole("region", { name: "Friendly reply" });
	const calls = answer.getByTestId("call");
	const suggest = () => panel.getByRole("button", { name: "Friendly" }).click();

	await step(
		"Where is my order? A draft names its state, looked up in the CRM; inserted, not sent",
		async () => {
			await connectFunctions(browser, crmUrl);
			await connectModel(browser, model.url);
			await open("lucia");
			await expect(panel.getByTestId("customer-card").getByRole("heading").first()).toContainText(
				cast.lucia.name,
			);
			// What an earlier step has left there.
			await composer.press("ControlOrMeta+a");
			await composer.press("Delete");
			await expect(composer).toHaveText("");
			await panel.getByRole("tab", { name: "Assistant" }).click();
			await suggest();
			await expect(calls.filter({ hasText: "check_order_status" })).toContainText("called");
			await expect(answer.getByRole("textbox")).toHaveValue(new RegExp(`${order} está en camino`));
			await answer.getByRole("button", { name: "Insert into the chat" }).click();
			await expect(composer).toContainText(`${order} está en camino`);
			await expect(
				chat.locator("#main [data-testid^=conv-msg-]").filter({ hasText: "está en camino" }),
			).toHaveCount(0);
			await pictureOfBoth("11f-assistant-draft");
		},
	);
	await step("A function that writes waits for a person", async () => {
		await chat.evaluate(() =>
			window.demo.receive(
				"lucia",
				"Y podéis cambiar la dirección del pedido? Calle del Olivar 14, 28012 Madrid",
			),
		);
		await expect(chat.locator("#main").getByText("Calle del Olivar 14, 28012 Madrid").last()).toBeVisible();
		await suggest();
		await expect(panel.getByTestId("approval")).toContainText("add_order_note");
		expect(await notesOn(order, crmUrl), "notes before anybody agreed").toEqual([]);
		await picture("11g-assistant-approval");
	});
	await step("Approved: it is called once, and the draft says so", async () => {
		const approve = panel.getByRole("button", { name: "Approve" });
		// It takes no click in its first moment: nobody has read it by then.
		await expect(approve).toHaveAttribute("aria-disabled", "false");
		await approve.click();
		await expect(answer.getByRole("textbox")).toHaveValue(/anotado en tu pedido/);
		expect(await notesOn(order, crmUrl), "notes after it").toHaveLength(1);
		await picture("11h-assistant-approved");
		await panel.getByRole("tab", { name: "Customer" }).click();
	});
}

/** What the CRM has noted on an order of Lucía's. */
async function notesOn(orderId: string, crmUrl: string): Promise<string[]> {
	const query = new URLSearchParams({ order_id: orderId, phone: cast.lucia.phone });
	const response = await fetch(`${crmUrl}/orders/status?${query}`, {
		headers: { Authorization: `Bearer ${demoToken}` },
	});
	const { notes } = (await response.json()) as { notes: string[] };
	return notes;
}

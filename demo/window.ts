import { launchExtension } from "./browser/launch";
import { openSidePanel } from "./browser/side-panel";
import { serveChatPage } from "./chat/serve";
import { connectCrm, connectFunctions, connectModel, connectWebhook } from "./connect";
import { type DemoServers, demoToken } from "./servers";

type WindowOptions = { servers: DemoServers; extensionDir: string };

/** Opens a Chromium window until it is closed: chat on the left, panel on the right, webhook inbox in a second tab. */
export async function openWindow({ servers, extensionDir }: WindowOptions): Promise<void> {
	const browser = await launchExtension({
		extensionDir,
		headless: false,
		viewport: { width: 1400, height: 900 },
	});
	await serveChatPage(browser.context, servers.chatDir);
	await connectCrm(browser, servers.crmUrl);
	await connectWebhook(browser, servers.inbox.webhookUrl);
	await connectFunctions(browser, servers.crmUrl);
	await connectModel(browser, servers.model.url);
	const chat = browser.context.pages()[0] ?? (await browser.context.newPage());
	const inbox = await browser.context.newPage();
	await inbox.goto(servers.inbox.url);
	await chat.goto("https://web.whatsapp.com/?now=real");
	await openSidePanel(browser, chat);
	await chat.evaluate(() => window.demo.open("lucia"));
	console.log(`
Chatside is open beside the demo chat. Click through the chats; "Receive a message" makes the customer write.
The CRM it asks: POST ${servers.crmUrl}/customer-info, Authorization: Bearer ${demoToken}
The model it asks: ${servers.model.url}, rules and not a language model. In Lucía's chat, try Assistant → Friendly.
The webhook inbox in the second tab: ${servers.inbox.url}, where you can play an outage.
Close the window, or press Ctrl-C here, to end.`);
	const closed = new Promise<void>((resolve) => browser.context.once("close", () => resolve()));
	const interrupted = new Promise<void>((resolve) => process.once("SIGINT", resolve));
	await Promise.race([closed, interrupted]);
	await browser.close();
}

import { connectFunctions, connectModel, connectSearches } from "../../../demo/connect";
import type { RunningModel } from "../../../demo/model/start";
import type { DemoServers } from "../../../demo/servers";
import { openBare, openChatside, type Subject } from "../chat-to-card/subject";
import { nameHelper } from "../name-helper";

export type Assistants = {
	/** Chatside's panel with the assistant's tab open in a chat. */
	panel: Subject["panel"];
	/** A page of the bare extension, which may reach the same servers. */
	bare: Subject["panel"];
	close(): Promise<void>;
};

/** Opens both, Chatside with everything set that an answer may need: CRM, searches, functions, the model. */
export async function openAssistants(
	buildDir: string,
	servers: DemoServers,
	{ chat, model, name }: { chat: string; model: RunningModel; name: string },
): Promise<Assistants> {
	const opened: Subject[] = [];
	const close = async () => {
		for (const subject of opened) await subject.close();
	};
	try {
		const bare = await openBare(servers);
		opened.push(bare);
		const chatside = await openChatside(buildDir, servers);
		opened.push(chatside);
		await chatside.setCrm(`${servers.crmUrl}/customer-info`);
		await connectSearches(chatside.browser, servers.crmUrl);
		await connectFunctions(chatside.browser, servers.crmUrl);
		await connectModel(chatside.browser, model.url, name);
		await chatside.chat.evaluate((key) => window.demo.open(key), chat);
		await chatside.panel.locator(chatside.card).waitFor();
		await chatside.panel.getByRole("tab", { name: "Assistant" }).click();
		await chatside.panel.getByRole("button", { name: "Friendly" }).waitFor();
		for (const { panel } of opened) await panel.evaluate(nameHelper);
		return { panel: chatside.panel, bare: bare.panel, close };
	} catch (error) {
		await close();
		throw error;
	}
}

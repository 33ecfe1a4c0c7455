import { customerPath, expect, test } from "./support/stage";
import { found } from "./support/replies";
for (const n of [1,2,3,4])
test(`first ${n}`, async ({ stage }) => {
	stage.crm.answer(customerPath, found({ name: "Lucía Fernández" }));
	await stage.connect();
	await stage.panel.evaluate(() => {
		const log: string[] = []; (window as any).log = log;
		new MutationObserver(() => { const t = document.querySelector("main")?.innerHTML.replace(/<svg.*?<\/svg>/g,"").replace(/class="[^"]*"/g,"").slice(0,150) ?? ""; if (log.at(-1)!==t) log.push(t); }).observe(document.body,{subtree:true,childList:true,characterData:true});
		chrome.storage.session.onChanged.addListener((c:any)=>{ for (const k in c) log.push("STATE "+JSON.stringify({i:c[k].newValue?.identity, f: c[k].newValue?.facts?.chat, c:c[k].newValue?.customer}));});
	});
	await stage.open("lucia");
	await expect(stage.panel.getByTestId("customer-card")).toBeVisible();
	console.log(n, JSON.stringify(await stage.panel.evaluate(()=>(window as any).log),null,1));
});

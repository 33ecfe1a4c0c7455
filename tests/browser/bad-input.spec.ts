import { customerPath, expect, test } from "./support/stage";
import { found } from "./support/replies";
for (const n of [1,2,3,4])
test(`first ${n}`, async ({ stage }) => {
	stage.crm.answer(customerPath, found({ name: "Lucía Fernández" }));
	await stage.connect();
	await stage.open("lucia");
	await expect(stage.panel.getByRole("heading", { name: "Lucía Fernández" })).toBeVisible();
	console.log(n, stage.panel.url(), (await stage.panel.locator("body").innerText()).replaceAll("\n"," | "), stage.crm.received().map(r=>r.path), stage.browser.context.pages().map(p=>p.url())); expect(stage.crm.received(customerPath)).toHaveLength(1);
});

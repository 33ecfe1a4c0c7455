import { panelStates } from "./support/panel-states";
import { setStage, test, withScene } from "./support/stage";
import { readTexts } from "./support/texts";

for (const [locale, dark] of [
	["es", false],
	["en", true],
] as const)
	test(`shots ${locale}`, async () => {
		await withScene({ locale }, async (scene) => {
			for (const name of (process.env.SHOT ?? "").split(",")) {
				const stage = await setStage(scene);
				await stage.panel.setViewportSize({ width: 340, height: 640 });
				await stage.panel.emulateMedia({ colorScheme: dark ? "dark" : "light", reducedMotion: "reduce" });
				await panelStates.find((one) => one.name === name)?.arrive(stage, readTexts(locale));
				await stage.panel.screenshot({ path: `/tmp/shots/${name.replaceAll(" ", "-")}-${locale}.png` });
			}
		});
	});

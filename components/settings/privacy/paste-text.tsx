import { i18n } from "#i18n";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Textarea } from "@/components/ui/textarea";

type PasteTextProps = { text: string; change(text: string): void; look(): void };

/** For those who have the text of a file, but no file. */
export function PasteText({ text, change, look }: PasteTextProps) {
	return (
		<details className="mt-3" open={text !== "" || undefined}>
			<summary className="w-fit text-accent-ink">{i18n.t("settings.privacy.import.paste")}</summary>
			<form
				className="mt-3 space-y-2"
				onSubmit={(event) => {
					event.preventDefault();
					look();
				}}
			>
				<Field label={i18n.t("settings.privacy.import.text")}>
					{(props) => (
						<Textarea
							{...props}
							rows={6}
							spellCheck={false}
							className="font-mono text-[0.9rem]"
							value={text}
							onChange={(event) => change(event.target.value)}
						/>
					)}
				</Field>
				<Button type="submit" disabled={text.trim() === ""}>
					{i18n.t("settings.privacy.import.look")}
				</Button>
			</form>
		</details>
	);
}

import { i18n } from "#i18n";
import { failureText } from "@/components/customer/failure-text";
import { messageKey } from "@/components/format/message-key";
import { Field, Input } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import type { PresetProblem } from "@/lib/crm/presets/fill";
import type { Preset, PresetField } from "@/lib/crm/presets/preset";

type PresetFieldsProps = {
	preset: Preset;
	values: Readonly<Record<string, string>>;
	problems: readonly PresetProblem[];
	change(key: string, value: string): void;
};

/** What a known CRM needs: where it is found, what to know before, and the fields for it. */
export function PresetFields({ preset, values, problems, change }: PresetFieldsProps) {
	return (
		<div className="mt-4 space-y-4">
			<p>
				{i18n.t(`settings.presets.needs.${preset.id}`)}{" "}
				<a
					href={preset.docs[0]}
					target="_blank"
					rel="noopener noreferrer"
					className="text-accent-ink underline"
				>
					{i18n.t("settings.presets.docs")}
				</a>
			</p>
			{preset.note && <Notice tone="warn" title={i18n.t(`settings.presets.notes.${preset.note}`)} />}
			<div className="grid gap-3 sm:grid-cols-2">
				{preset.fields.map((field) => (
					<Field
						key={field.key}
						label={i18n.t(`settings.presets.labels.${field.label}`, [preset.name])}
						error={problemText(
							field,
							problems.find((problem) => problem.field === field.key),
						)}
					>
						{(props) => (
							<Input
								{...props}
								name={field.key}
								type={field.secret ? "password" : "text"}
								autoComplete="off"
								spellCheck={false}
								placeholder={field.placeholder}
								value={values[field.key] ?? ""}
								onChange={(event) => change(field.key, event.target.value)}
							/>
						)}
					</Field>
				))}
			</div>
		</div>
	);
}

function problemText({ placeholder }: PresetField, problem: PresetProblem | undefined): string | undefined {
	if (!problem) return undefined;
	switch (problem.reason) {
		case "missing":
			return i18n.t("connect.required");
		case "invalid-address":
			return failureText(problem.failure).text;
		case "unsendable":
			return i18n.t("settings.presets.problems.unsendable");
		default:
			return i18n.t(`settings.presets.problems.${messageKey(problem.reason)}`, [placeholder]);
	}
}

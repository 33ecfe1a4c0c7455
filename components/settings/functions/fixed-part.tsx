import { i18n } from "#i18n";
import { Input, Select } from "@/components/ui/field";
import { PairRows } from "../pair-rows";

type FixedPartProps = { fixed: unknown; problem?: string; change(fixed: unknown): void };

const phone = { from: "conversation.phone" };
const isReference = (value: unknown) => typeof value === "object" && value !== null;

/** Arguments the model neither sees nor chooses: a value, or the phone of the conversation. */
export function FixedPart({ fixed, problem, change }: FixedPartProps) {
	const pairs =
		typeof fixed === "object" && fixed !== null && !Array.isArray(fixed)
			? (fixed as Record<string, unknown>)
			: {};
	return (
		<fieldset>
			<legend className="mb-1 font-medium text-[0.93rem]">{i18n.t("settings.functions.fields.fixed")}</legend>
			<p className="mb-2 text-[0.86rem] text-ink-soft">{i18n.t("settings.functions.fields.fixedHint")}</p>
			<PairRows
				pairs={pairs}
				add={i18n.t("settings.functions.fixed.add")}
				empty={phone}
				stacked
				change={change}
				value={(value, write, name) => (
					<>
						<Select
							aria-label={i18n.t("settings.functions.fixed.kind", [name])}
							className="min-w-0 flex-1 basis-60"
							value={isReference(value) ? "phone" : "value"}
							onChange={(event) => write(event.target.value === "phone" ? phone : "")}
						>
							<option value="phone">{i18n.t("settings.functions.fixed.phone")}</option>
							<option value="value">{i18n.t("settings.functions.fixed.value")}</option>
						</Select>
						{!isReference(value) && (
							<Input
								aria-label={`${i18n.t("connect.fieldValue")} ${name}`}
								placeholder={i18n.t("connect.fieldValue")}
								className="min-w-0 flex-1 basis-32"
								value={String(value)}
								onChange={(event) => write(event.target.value)}
							/>
						)}
					</>
				)}
			/>
			{problem && <p className="mt-1 text-[0.86rem] text-bad">{problem}</p>}
		</fieldset>
	);
}

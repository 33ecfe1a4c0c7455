import { useState } from "react";
import { i18n } from "#i18n";
import { Field, Input, Select } from "@/components/ui/field";
import { Textarea } from "@/components/ui/textarea";

type PlainProps = { label: string; hint?: string; value: unknown; change(value: unknown): void };

/** A number; nothing typed is none. */
export function NumberField({ label, hint, integer, value, change }: PlainProps & { integer: boolean }) {
	// Of a number that is being typed there is not always a value.
	const [text, setText] = useState(value === undefined ? "" : String(value));
	return (
		<Field label={label} hint={hint}>
			{(field) => (
				<Input
					{...field}
					type="number"
					step={integer ? 1 : "any"}
					value={text}
					onChange={({ target }) => {
						setText(target.value);
						change(target.value === "" ? undefined : Number(target.value));
					}}
				/>
			)}
		</Field>
	);
}

/** One of a few values, or none. */
export function Choice({
	label,
	hint,
	choices,
	value,
	change,
}: PlainProps & { choices: readonly (readonly [unknown, string])[] }) {
	const chosen = choices.findIndex(([one]) => JSON.stringify(one) === JSON.stringify(value));
	return (
		<Field label={label} hint={hint}>
			{(field) => (
				<Select
					{...field}
					value={chosen}
					onChange={({ target }) => change(choices[Number(target.value)]?.[0])}
				>
					<option value={-1}>{i18n.t("functionCalls.try.notSent")}</option>
					{choices.map(([, text], index) => (
						// biome-ignore lint/suspicious/noArrayIndexKey: two choices may look alike
						<option key={index} value={index}>
							{text}
						</option>
					))}
				</Select>
			)}
		</Field>
	);
}

/** Any JSON. While it is none, the control is invalid, and the form it is in is not sent. */
export function JsonField({ label, hint, value, change }: PlainProps) {
	const [text, setText] = useState(value === undefined ? "" : JSON.stringify(value, null, 2));
	const isBroken = text.trim() !== "" && parsed(text) === undefined;
	return (
		<Field
			label={i18n.t("functionCalls.try.jsonField", [label])}
			hint={hint}
			error={isBroken ? i18n.t("functionCalls.try.notJson") : undefined}
		>
			{(field) => (
				<Textarea
					{...field}
					ref={(element) => element?.setCustomValidity(isBroken ? "JSON" : "")}
					rows={2}
					spellCheck={false}
					className="font-mono text-[0.86rem]"
					value={text}
					onChange={({ target }) => {
						setText(target.value);
						change(parsed(target.value)?.value);
					}}
				/>
			)}
		</Field>
	);
}

function parsed(text: string): { value: unknown } | undefined {
	try {
		return { value: JSON.parse(text) };
	} catch {
		return undefined;
	}
}

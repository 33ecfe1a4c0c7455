import { type FormEvent, useId, useState } from "react";
import { i18n } from "#i18n";
import { Button } from "@/components/ui/button";
import { Input } from "@/components/ui/field";

type ConstantInputProps = { field: string; text: string; set(text: string): void };

/** A text for everybody, where the answer has none: a shop's only currency. */
export function ConstantInput({ field, text, set }: ConstantInputProps) {
	const [typed, setTyped] = useState(text);
	const id = useId();
	const submit = (event: FormEvent) => {
		event.preventDefault();
		const trimmed = typed.trim();
		if (trimmed !== "") set(field === "currency" ? trimmed.toUpperCase() : trimmed);
	};
	return (
		<form onSubmit={submit} className="flex flex-wrap items-center gap-2 px-2 pt-1 pb-2">
			<label htmlFor={id} className="text-[0.86rem]">
				{i18n.t("settings.endpoints.mapping.always")}
			</label>
			<Input
				id={id}
				className="max-w-24 font-mono"
				value={typed}
				placeholder={field === "currency" ? "EUR" : undefined}
				spellCheck={false}
				onChange={(event) => setTyped(event.target.value)}
			/>
			<Button type="submit">{i18n.t("settings.endpoints.mapping.setAlways")}</Button>
		</form>
	);
}

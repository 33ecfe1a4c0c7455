import { useId } from "react";
import { i18n } from "#i18n";
import { usualFieldName } from "@/components/connect/connection";
import { Field, Input, Select } from "@/components/ui/field";
import type { AuthType } from "@/lib/crm/auth-field";
import { masked } from "@/lib/crm/auth-field";
import { PairRows } from "../pair-rows";

type AuthPartProps = {
	auth: unknown;
	problem?: string;
	/** The fields whose stored values do not fit any more. */
	missing: readonly string[];
	change(auth: unknown): void;
};

const types: readonly (AuthType | "none")[] = ["none", "header", "basic", "query", "body"];

/** How the function signs in to its server. Stored secrets come masked, and stay as they are while they are. */
export function AuthPart({ auth, problem, missing, change }: AuthPartProps) {
	const id = useId();
	const { type, fields } = (auth ?? {}) as { type?: AuthType; fields?: Record<string, unknown> };
	const choose = (chosen: AuthType | "none") => {
		if (chosen === "none") change(undefined);
		else if (chosen === "basic") change({ type: chosen, fields: { username: "", password: "" } });
		else change({ type: chosen, fields: { [usualFieldName[chosen]]: "" } });
	};
	return (
		<div>
			<Field label={i18n.t("connect.auth")} error={problem}>
				{(props) => (
					<Select
						{...props}
						value={type ?? "none"}
						onChange={(event) => choose(event.target.value as AuthType | "none")}
					>
						{types.map((one) => (
							<option key={one} value={one}>
								{i18n.t(`connect.authTypes.${one}`)}
							</option>
						))}
					</Select>
				)}
			</Field>
			{type && (
				<div className="mt-2">
					<PairRows
						pairs={fields ?? {}}
						add={i18n.t("connect.addField")}
						empty=""
						change={(next) => change({ type, fields: next ?? {} })}
						value={(value, write, name) => (
							<Input
								type={name === "username" ? "text" : "password"}
								autoComplete="off"
								aria-label={`${i18n.t("connect.fieldValue")} ${name}`}
								aria-invalid={missing.includes(name)}
								aria-describedby={missing.includes(name) ? id : undefined}
								// What stands for the stored value is replaced as a whole, not typed on to.
								onFocus={(event) => event.target.value === masked && event.target.select()}
								className="min-w-0 flex-1"
								value={String(value)}
								onChange={(event) => write(event.target.value)}
							/>
						)}
					/>
					{missing.length > 0 && (
						<p id={id} className="mt-1 text-[0.86rem] text-bad">
							{i18n.t("functionCalls.secretsAgain", [missing.join(", ")])}
						</p>
					)}
				</div>
			)}
		</div>
	);
}

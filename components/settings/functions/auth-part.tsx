import { i18n } from "#i18n";
import { usualFieldName } from "@/components/connect/connection";
import { Field, Input, Select } from "@/components/ui/field";
import type { AuthType } from "@/lib/crm/auth-field";
import { PairRows } from "../pair-rows";

type AuthPartProps = { auth: unknown; problem?: string; change(auth: unknown): void };

const types: readonly (AuthType | "none")[] = ["none", "header", "basic", "query", "body"];

/** How the function signs in to its server. Stored secrets come masked, and stay as they are while they are. */
export function AuthPart({ auth, problem, change }: AuthPartProps) {
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
								className="min-w-0 flex-1"
								value={String(value)}
								onChange={(event) => write(event.target.value)}
							/>
						)}
					/>
				</div>
			)}
		</div>
	);
}

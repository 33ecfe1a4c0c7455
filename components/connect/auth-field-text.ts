import { i18n } from "#i18n";
import { authFieldProblem } from "@/lib/crm/auth-field";

/** Why a name and value cannot be sent as credentials, in the user's words; true when they can. */
export function authFieldText(type: "header" | "body" | "query", name: string, value: string): true | string {
	switch (authFieldProblem(type, name, value)) {
		case "no-name":
			return i18n.t("connect.required");
		case "invalid-header-name":
			return i18n.t("connect.invalidHeader");
		case "forbidden-header":
			return i18n.t("connect.forbiddenHeader");
		case "invalid-header-value":
			return i18n.t("connect.invalidHeaderValue");
		case null:
			return true;
	}
}

import { Link2, Unlink, UserX } from "lucide-react";
import { i18n } from "#i18n";
import { Menu, type MenuEntry } from "@/components/ui/menu";
import type { Customer } from "@/lib/crm/customer";
import type { Linking } from "./use-linking";

type WhoMenuProps = { customer: Customer; linking: Linking };

/** What can be done when the customer shown is not the one who is writing. A no needs an id to be remembered by. */
export function WhoMenu({ customer: { id, name }, linking }: WhoMenuProps) {
	const entries: MenuEntry[] = [{ icon: Link2, label: i18n.t("link.findAnother"), run: linking.find }];
	if (id !== undefined)
		entries.push({ icon: UserX, label: i18n.t("link.notThis"), run: () => linking.reject({ id, name }) });
	if (linking.known.link) entries.push({ icon: Unlink, label: i18n.t("link.unlink"), run: linking.unlink });
	return <Menu label={i18n.t("link.menu")} entries={entries} />;
}

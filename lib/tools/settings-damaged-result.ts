import type { SettingsDamaged } from "@/lib/settings/store";
import type { ToolResult } from "./tool";

/** What every tool answers when the stored settings cannot be read; they stay as they are. */
export function settingsDamagedResult({ detail }: SettingsDamaged): ToolResult {
	return { isError: true, text: `The stored settings cannot be read and were left as they are (${detail}).` };
}

import { type SettingsFailure, settingsFailureSentence } from "@/lib/settings/failure";
import type { ToolResult } from "./tool";

/** What every tool answers when the settings could not be read or changed; they are as they were. */
export function settingsFailureResult(failure: SettingsFailure): ToolResult {
	return { isError: true, text: settingsFailureSentence(failure), data: { failure } };
}

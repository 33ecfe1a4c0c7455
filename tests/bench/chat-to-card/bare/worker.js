// The benchmark stores `crm` (the customer-info endpoint, `{ url, token }`) in storage.local before it starts.
let crm;
chrome.storage.onChanged.addListener((changes) => {
	if (changes.crm) crm = changes.crm.newValue;
});

chrome.runtime.onMessage.addListener(async ({ phone }) => {
	crm ??= (await chrome.storage.local.get("crm")).crm;
	const response = await fetch(crm.url, {
		method: "POST",
		headers: { "Content-Type": "application/json", Authorization: `Bearer ${crm.token}` },
		body: JSON.stringify({ phone }),
	});
	// Without a panel there is nobody to receive it.
	chrome.runtime.sendMessage({ answer: await response.json() }).catch(() => {});
});

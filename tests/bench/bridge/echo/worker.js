const port = chrome.runtime.connectNative("io.chatside.echo");
port.onMessage.addListener((message) => port.postMessage(message));

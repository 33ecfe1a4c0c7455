// Does nothing: without a worker the extension would have no process yet when its page is opened.

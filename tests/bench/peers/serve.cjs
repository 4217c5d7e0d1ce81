// What a peer's process has in common with the others: its inputs, and the words with the bench that started it.
const { readFileSync } = require('node:fs');

exports.inputs = JSON.parse(readFileSync(process.argv[2], 'utf8'));

exports.ready = (url) => {
  process.on('message', (message) => {
    if (message !== 'cpu') return;
    const { user, system } = process.cpuUsage();
    process.send({ kind: 'cpu', milliseconds: (user + system) / 1000 });
  });
  process.once('disconnect', () => process.exit(0));
  process.send({ kind: 'ready', told: url });
};

/** Serves POST requests over node:http alone: `answer` takes the parsed body and gives the text of the answer. */
exports.bareServer = (answer) => {
  const server = require('node:http').createServer((request, response) => {
    const chunks = [];
    request.on('data', (chunk) => chunks.push(chunk));
    const send = (body) => {
      const bytes = typeof body === 'string' ? Buffer.from(body, 'utf8') : body;
      response.writeHead(200, { 'content-type': 'application/json; charset=utf-8', 'content-length': bytes.length });
      response.end(bytes);
    };
    request.on('end', () => void answer(JSON.parse(Buffer.concat(chunks).toString('utf8'))).then(send));
  });
  server.keepAliveTimeout = 75_000;
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve(`http://127.0.0.1:${server.address().port}/`));
  });
};

exports.serveBare = (answer) => exports.bareServer(answer).then(exports.ready);

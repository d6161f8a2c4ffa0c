// Stands in for VS Code's native logger, @vscode/spdlog: writes the same log files with plain `fs`.
const fs = require('node:fs');

const LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'critical'];

class Logger {
  constructor(file) {
    this.file = file;
    this.level = LEVELS.indexOf('info');
    this.raw = false;
  }
  getLevel() {
    return this.level;
  }
  setLevel(level) {
    this.level = level;
  }
  clearFormatters() {
    this.raw = true;
  }
  setPattern() {}
  flush() {}
  drop() {}
  write(level, message) {
    if (level < this.level) return;
    const line = this.raw ? message : `${new Date().toISOString()} [${LEVELS[level]}] ${message}\n`;
    // A log that cannot be written must not stop the editor.
    fs.appendFile(this.file, line, () => {});
  }
}
LEVELS.forEach((name, level) => {
  Logger.prototype[name] = function (message) {
    this.write(level, message);
  };
});

const create = async (_name, file) => new Logger(file);
module.exports = {
  Logger,
  createRotatingLogger: create,
  createAsyncRotatingLogger: create,
  setFlushOn() {},
  setLevel() {},
  shutdown() {},
  version: 0,
};

/** Names that the manifest, the server and this client agree on. */
export const SECTION = 'rolloutPlan';
/** Under this name the server's problems stand in the editor's list. */
export const SOURCE = 'rollout-plan';
export const SYNTAX_RULE = 'yaml-syntax';
export const NEW_PLAN = 'rolloutPlan.newPlan';
export const NEW_ARTIFACT = 'rolloutPlan.newArtifact';
export const OPEN_RULE_PAGE = 'rolloutPlan.openRulePage';
export const START_REHEARSAL = 'rolloutPlan.startRehearsal';
export const STOP_REHEARSAL = 'rolloutPlan.stopRehearsal';
/** Called by lenses with arguments of the server's, not by people. */
export const SHOW_REFERENCES = 'rolloutPlan.showReferences';
/** Called by fixes that may not be carried out. */
export const SAY_READ_ONLY = 'rolloutPlan.sayReadOnly';
export const RESTART = 'rolloutPlan.restartServer';
export const SHOW_LOG = 'rolloutPlan.showLog';
/** What the server's lenses may call. */
export const LENS_COMMANDS: readonly string[] = [SHOW_REFERENCES, START_REHEARSAL];

/** VS Code's own: completion goes on where something was completed. */
export const SUGGEST_COMMAND = 'editor.action.triggerSuggest';

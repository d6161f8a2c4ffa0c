// @ts-nocheck
// Made from schemas/ by `npm run generate`. Do not edit.
"use strict";
export const After = validate10;
const pattern0 = new RegExp("^(?:x-[^]*|soak|date)$", "u");
const pattern1 = new RegExp("^(?:step|stage)$", "u");
const pattern2 = new RegExp("^(?:when)$", "u");

function validate10(data, {instancePath=""}={}){
let vErrors = null;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!(((pattern0.test(key0)) || (pattern1.test(key0))) || (pattern2.test(key0)))){
(vErrors ??= []).push({instancePath,keyword:"additionalProperties",params:{additionalProperty: key0}});
}
}
for(const key2 in data){
if(pattern1.test(key2)){
if(typeof data[key2] !== "string"){
(vErrors ??= []).push({instancePath:instancePath+"/" + key2,keyword:"type"});
}
}
}
for(const key3 in data){
if(pattern2.test(key3)){
if(!(Array.isArray(data[key3]))){
(vErrors ??= []).push({instancePath:instancePath+"/" + key3,keyword:"type"});
}
}
}
}
else {
(vErrors ??= []).push({instancePath,keyword:"type"});
}
validate10.errors = vErrors;
return vErrors === null;
}

export const AllowedChange = validate11;
const pattern6 = new RegExp("^(?:x-[^]*|id)$", "u");
const pattern7 = new RegExp("^(?:surface)$", "u");
const pattern8 = new RegExp("^(?:what|version|why|notes)$", "u");
const pattern9 = new RegExp("^(?:breaking)$", "u");

function validate11(data, {instancePath=""}={}){
let vErrors = null;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.what === undefined){
(vErrors ??= []).push({instancePath,keyword:"required",params:{missingProperty: "what"}});
}
for(const key0 in data){
if(!((((pattern6.test(key0)) || (pattern7.test(key0))) || (pattern8.test(key0))) || (pattern9.test(key0)))){
(vErrors ??= []).push({instancePath,keyword:"additionalProperties",params:{additionalProperty: key0}});
}
}
for(const key2 in data){
if(pattern7.test(key2)){
let data0 = data[key2];
if(typeof data0 !== "string"){
(vErrors ??= []).push({instancePath:instancePath+"/" + key2,keyword:"type"});
}
if(!(((((((((((((((data0 === "database") || (data0 === "http-api")) || (data0 === "grpc")) || (data0 === "graphql")) || (data0 === "events")) || (data0 === "cli")) || (data0 === "config")) || (data0 === "library")) || (data0 === "file-format")) || (data0 === "cache")) || (data0 === "search-index")) || (data0 === "object-store")) || (data0 === "infrastructure")) || (data0 === "auth")) || (data0 === "ui"))){
(vErrors ??= []).push({instancePath:instancePath+"/" + key2,keyword:"enum"});
}
}
}
for(const key3 in data){
if(pattern8.test(key3)){
if(typeof data[key3] !== "string"){
(vErrors ??= []).push({instancePath:instancePath+"/" + key3,keyword:"type"});
}
}
}
for(const key4 in data){
if(pattern9.test(key4)){
if(typeof data[key4] !== "boolean"){
(vErrors ??= []).push({instancePath:instancePath+"/" + key4,keyword:"type"});
}
}
}
}
else {
(vErrors ??= []).push({instancePath,keyword:"type"});
}
validate11.errors = vErrors;
return vErrors === null;
}

export const Backfill = validate12;
const pattern14 = new RegExp("^(?:x-[^]*|throttle|progress|expected)$", "u");
const pattern15 = new RegExp("^(?:batchSize)$", "u");
const pattern16 = new RegExp("^(?:rate|order|conflicts|notes)$", "u");
const pattern17 = new RegExp("^(?:concurrency)$", "u");
const pattern18 = new RegExp("^(?:idempotent|resumable)$", "u");
const pattern19 = new RegExp("^(?:rows)$", "u");

function validate12(data, {instancePath=""}={}){
let vErrors = null;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!((((((pattern14.test(key0)) || (pattern15.test(key0))) || (pattern16.test(key0))) || (pattern17.test(key0))) || (pattern18.test(key0))) || (pattern19.test(key0)))){
(vErrors ??= []).push({instancePath,keyword:"additionalProperties",params:{additionalProperty: key0}});
}
}
for(const key2 in data){
if(pattern15.test(key2)){
let data0 = data[key2];
if((!(((typeof data0 == "number") && (!(data0 % 1) && !isNaN(data0))) && (isFinite(data0)))) && (typeof data0 !== "string")){
(vErrors ??= []).push({instancePath:instancePath+"/" + key2,keyword:"type"});
}
if((typeof data0 == "number") && (isFinite(data0))){
if(data0 < 1 || isNaN(data0)){
(vErrors ??= []).push({instancePath:instancePath+"/" + key2,keyword:"minimum"});
}
}
}
}
for(const key3 in data){
if(pattern16.test(key3)){
if(typeof data[key3] !== "string"){
(vErrors ??= []).push({instancePath:instancePath+"/" + key3,keyword:"type"});
}
}
}
for(const key4 in data){
if(pattern17.test(key4)){
let data2 = data[key4];
if(!(((typeof data2 == "number") && (!(data2 % 1) && !isNaN(data2))) && (isFinite(data2)))){
(vErrors ??= []).push({instancePath:instancePath+"/" + key4,keyword:"type"});
}
if((typeof data2 == "number") && (isFinite(data2))){
if(data2 < 0 || isNaN(data2)){
(vErrors ??= []).push({instancePath:instancePath+"/" + key4,keyword:"minimum"});
}
}
}
}
for(const key5 in data){
if(pattern18.test(key5)){
if(typeof data[key5] !== "boolean"){
(vErrors ??= []).push({instancePath:instancePath+"/" + key5,keyword:"type"});
}
}
}
for(const key6 in data){
if(pattern19.test(key6)){
let data4 = data[key6];
if((!(((typeof data4 == "number") && (!(data4 % 1) && !isNaN(data4))) && (isFinite(data4)))) && (typeof data4 !== "string")){
(vErrors ??= []).push({instancePath:instancePath+"/" + key6,keyword:"type"});
}
if((typeof data4 == "number") && (isFinite(data4))){
if(data4 < 0 || isNaN(data4)){
(vErrors ??= []).push({instancePath:instancePath+"/" + key6,keyword:"minimum"});
}
}
}
}
}
else {
(vErrors ??= []).push({instancePath,keyword:"type"});
}
validate12.errors = vErrors;
return vErrors === null;
}

export const Backup = validate13;
const pattern26 = new RegExp("^(?:x-[^]*|id|ttl|restoreTime|verifiedOn|takenOn|size|rpo)$", "u");
const pattern27 = new RegExp("^(?:ref|restore|run|owner|link|notes)$", "u");
const pattern28 = new RegExp("^(?:covers)$", "u");
const pattern29 = new RegExp("^(?:method)$", "u");

function validate13(data, {instancePath=""}={}){
let vErrors = null;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.id === undefined){
(vErrors ??= []).push({instancePath,keyword:"required",params:{missingProperty: "id"}});
}
for(const key0 in data){
if(!((((pattern26.test(key0)) || (pattern27.test(key0))) || (pattern28.test(key0))) || (pattern29.test(key0)))){
(vErrors ??= []).push({instancePath,keyword:"additionalProperties",params:{additionalProperty: key0}});
}
}
for(const key2 in data){
if(pattern27.test(key2)){
if(typeof data[key2] !== "string"){
(vErrors ??= []).push({instancePath:instancePath+"/" + key2,keyword:"type"});
}
}
}
for(const key3 in data){
if(pattern28.test(key3)){
let data1 = data[key3];
if(Array.isArray(data1)){
const len0 = data1.length;
for(let i0=0; i0<len0; i0++){
if(typeof data1[i0] !== "string"){
(vErrors ??= []).push({instancePath:instancePath+"/" + key3+"/" + i0,keyword:"type"});
}
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/" + key3,keyword:"type"});
}
}
}
for(const key4 in data){
if(pattern29.test(key4)){
let data3 = data[key4];
if(typeof data3 !== "string"){
(vErrors ??= []).push({instancePath:instancePath+"/" + key4,keyword:"type"});
}
if(!((((((((data3 === "snapshot") || (data3 === "logical-dump")) || (data3 === "physical-copy")) || (data3 === "point-in-time")) || (data3 === "table-copy")) || (data3 === "export")) || (data3 === "replica")) || (data3 === "versioning"))){
(vErrors ??= []).push({instancePath:instancePath+"/" + key4,keyword:"enum"});
}
}
}
}
else {
(vErrors ??= []).push({instancePath,keyword:"type"});
}
validate13.errors = vErrors;
return vErrors === null;
}

export const Change = validate14;
const pattern34 = new RegExp("^(?:x-[^]*|data|latency|availability|environment)$", "u");
const pattern35 = new RegExp("^(?:summary|reason|scope|ticket|notes)$", "u");
const pattern36 = new RegExp("^(?:outOfScope|dependencies|assumptions)$", "u");
const pattern37 = new RegExp("^(?:surfaces)$", "u");
const pattern38 = new RegExp("^(?:versions|consumers|risks|incidents|links)$", "u");

function validate14(data, {instancePath=""}={}){
let vErrors = null;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!(((((pattern34.test(key0)) || (pattern35.test(key0))) || (pattern36.test(key0))) || (pattern37.test(key0))) || (pattern38.test(key0)))){
(vErrors ??= []).push({instancePath,keyword:"additionalProperties",params:{additionalProperty: key0}});
}
}
for(const key2 in data){
if(pattern35.test(key2)){
if(typeof data[key2] !== "string"){
(vErrors ??= []).push({instancePath:instancePath+"/" + key2,keyword:"type"});
}
}
}
for(const key3 in data){
if(pattern36.test(key3)){
let data1 = data[key3];
if(Array.isArray(data1)){
const len0 = data1.length;
for(let i0=0; i0<len0; i0++){
if(typeof data1[i0] !== "string"){
(vErrors ??= []).push({instancePath:instancePath+"/" + key3+"/" + i0,keyword:"type"});
}
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/" + key3,keyword:"type"});
}
}
}
for(const key4 in data){
if(pattern37.test(key4)){
let data3 = data[key4];
if(Array.isArray(data3)){
const len1 = data3.length;
for(let i1=0; i1<len1; i1++){
let data4 = data3[i1];
if(typeof data4 !== "string"){
(vErrors ??= []).push({instancePath:instancePath+"/" + key4+"/" + i1,keyword:"type"});
}
if(!(((((((((((((((data4 === "database") || (data4 === "http-api")) || (data4 === "grpc")) || (data4 === "graphql")) || (data4 === "events")) || (data4 === "cli")) || (data4 === "config")) || (data4 === "library")) || (data4 === "file-format")) || (data4 === "cache")) || (data4 === "search-index")) || (data4 === "object-store")) || (data4 === "infrastructure")) || (data4 === "auth")) || (data4 === "ui"))){
(vErrors ??= []).push({instancePath:instancePath+"/" + key4+"/" + i1,keyword:"enum"});
}
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/" + key4,keyword:"type"});
}
}
}
for(const key5 in data){
if(pattern38.test(key5)){
if(!(Array.isArray(data[key5]))){
(vErrors ??= []).push({instancePath:instancePath+"/" + key5,keyword:"type"});
}
}
}
}
else {
(vErrors ??= []).push({instancePath,keyword:"type"});
}
validate14.errors = vErrors;
return vErrors === null;
}

export const Check = validate15;
const pattern45 = new RegExp("^(?:check|how|run|sql|expect|stage|owner|link|ticket|notes)$", "u");
const pattern46 = new RegExp("^(?:done)$", "u");

function validate15(data, {instancePath=""}={}){
let vErrors = null;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.check === undefined){
(vErrors ??= []).push({instancePath,keyword:"required",params:{missingProperty: "check"}});
}
for(const key0 in data){
if(!(((pattern6.test(key0)) || (pattern45.test(key0))) || (pattern46.test(key0)))){
(vErrors ??= []).push({instancePath,keyword:"additionalProperties",params:{additionalProperty: key0}});
}
}
for(const key2 in data){
if(pattern45.test(key2)){
if(typeof data[key2] !== "string"){
(vErrors ??= []).push({instancePath:instancePath+"/" + key2,keyword:"type"});
}
}
}
for(const key3 in data){
if(pattern46.test(key3)){
if(typeof data[key3] !== "boolean"){
(vErrors ??= []).push({instancePath:instancePath+"/" + key3,keyword:"type"});
}
}
}
}
else {
(vErrors ??= []).push({instancePath,keyword:"type"});
}
validate15.errors = vErrors;
return vErrors === null;
}

export const Communication = validate16;
const pattern50 = new RegExp("^(?:x-[^]*)$", "u");
const pattern51 = new RegExp("^(?:audience|channel|when|message|owner|link)$", "u");

function validate16(data, {instancePath=""}={}){
let vErrors = null;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!(((pattern50.test(key0)) || (pattern51.test(key0))) || (pattern46.test(key0)))){
(vErrors ??= []).push({instancePath,keyword:"additionalProperties",params:{additionalProperty: key0}});
}
}
for(const key2 in data){
if(pattern51.test(key2)){
if(typeof data[key2] !== "string"){
(vErrors ??= []).push({instancePath:instancePath+"/" + key2,keyword:"type"});
}
}
}
for(const key3 in data){
if(pattern46.test(key3)){
if(typeof data[key3] !== "boolean"){
(vErrors ??= []).push({instancePath:instancePath+"/" + key3,keyword:"type"});
}
}
}
}
else {
(vErrors ??= []).push({instancePath,keyword:"type"});
}
validate16.errors = vErrors;
return vErrors === null;
}

export const Compatibility = validate17;
const pattern56 = new RegExp("^(?:x-[^]*|window|mixedVersions|contractTests)$", "u");
const pattern57 = new RegExp("^(?:description|owner|versioning|notes)$", "u");
const pattern58 = new RegExp("^(?:mustRemain|mayChange|deprecations|examples|links)$", "u");

function validate17(data, {instancePath=""}={}){
let vErrors = null;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!(((pattern56.test(key0)) || (pattern57.test(key0))) || (pattern58.test(key0)))){
(vErrors ??= []).push({instancePath,keyword:"additionalProperties",params:{additionalProperty: key0}});
}
}
for(const key2 in data){
if(pattern57.test(key2)){
if(typeof data[key2] !== "string"){
(vErrors ??= []).push({instancePath:instancePath+"/" + key2,keyword:"type"});
}
}
}
for(const key3 in data){
if(pattern58.test(key3)){
if(!(Array.isArray(data[key3]))){
(vErrors ??= []).push({instancePath:instancePath+"/" + key3,keyword:"type"});
}
}
}
}
else {
(vErrors ??= []).push({instancePath,keyword:"type"});
}
validate17.errors = vErrors;
return vErrors === null;
}

export const Consumer = validate18;
const pattern62 = new RegExp("^(?:x-[^]*|migrateBy)$", "u");
const pattern63 = new RegExp("^(?:name|owner|uses|version|impact|contact|notes)$", "u");
const pattern65 = new RegExp("^(?:external|migrated)$", "u");

function validate18(data, {instancePath=""}={}){
let vErrors = null;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.name === undefined){
(vErrors ??= []).push({instancePath,keyword:"required",params:{missingProperty: "name"}});
}
for(const key0 in data){
if(!((((pattern62.test(key0)) || (pattern63.test(key0))) || (pattern7.test(key0))) || (pattern65.test(key0)))){
(vErrors ??= []).push({instancePath,keyword:"additionalProperties",params:{additionalProperty: key0}});
}
}
for(const key2 in data){
if(pattern63.test(key2)){
if(typeof data[key2] !== "string"){
(vErrors ??= []).push({instancePath:instancePath+"/" + key2,keyword:"type"});
}
}
}
for(const key3 in data){
if(pattern7.test(key3)){
let data1 = data[key3];
if(typeof data1 !== "string"){
(vErrors ??= []).push({instancePath:instancePath+"/" + key3,keyword:"type"});
}
if(!(((((((((((((((data1 === "database") || (data1 === "http-api")) || (data1 === "grpc")) || (data1 === "graphql")) || (data1 === "events")) || (data1 === "cli")) || (data1 === "config")) || (data1 === "library")) || (data1 === "file-format")) || (data1 === "cache")) || (data1 === "search-index")) || (data1 === "object-store")) || (data1 === "infrastructure")) || (data1 === "auth")) || (data1 === "ui"))){
(vErrors ??= []).push({instancePath:instancePath+"/" + key3,keyword:"enum"});
}
}
}
for(const key4 in data){
if(pattern65.test(key4)){
if(typeof data[key4] !== "boolean"){
(vErrors ??= []).push({instancePath:instancePath+"/" + key4,keyword:"type"});
}
}
}
}
else {
(vErrors ??= []).push({instancePath,keyword:"type"});
}
validate18.errors = vErrors;
return vErrors === null;
}

export const Contact = validate19;
const pattern71 = new RegExp("^(?:name|role|reach|hours)$", "u");

function validate19(data, {instancePath=""}={}){
let vErrors = null;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.name === undefined){
(vErrors ??= []).push({instancePath,keyword:"required",params:{missingProperty: "name"}});
}
for(const key0 in data){
if(!((pattern50.test(key0)) || (pattern71.test(key0)))){
(vErrors ??= []).push({instancePath,keyword:"additionalProperties",params:{additionalProperty: key0}});
}
}
for(const key2 in data){
if(pattern71.test(key2)){
if(typeof data[key2] !== "string"){
(vErrors ??= []).push({instancePath:instancePath+"/" + key2,keyword:"type"});
}
}
}
}
else {
(vErrors ??= []).push({instancePath,keyword:"type"});
}
validate19.errors = vErrors;
return vErrors === null;
}

export const ContractTests = validate20;
const pattern75 = new RegExp("^(?:old|new|run|pipeline|notes)$", "u");

function validate20(data, {instancePath=""}={}){
let vErrors = null;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!((pattern50.test(key0)) || (pattern75.test(key0)))){
(vErrors ??= []).push({instancePath,keyword:"additionalProperties",params:{additionalProperty: key0}});
}
}
for(const key2 in data){
if(pattern75.test(key2)){
if(typeof data[key2] !== "string"){
(vErrors ??= []).push({instancePath:instancePath+"/" + key2,keyword:"type"});
}
}
}
}
else {
(vErrors ??= []).push({instancePath,keyword:"type"});
}
validate20.errors = vErrors;
return vErrors === null;
}

export const Criterion = validate21;
const pattern79 = new RegExp("^(?:when|owner|severity|why|dashboard|runbook|notes)$", "u");
const pattern80 = new RegExp("^(?:then)$", "u");
const pattern81 = new RegExp("^(?:automatic|done)$", "u");

function validate21(data, {instancePath=""}={}){
let vErrors = null;
if((typeof data !== "string") && (!(data && typeof data == "object" && !Array.isArray(data)))){
(vErrors ??= []).push({instancePath,keyword:"type"});
}
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.when === undefined){
(vErrors ??= []).push({instancePath,keyword:"required",params:{missingProperty: "when"}});
}
for(const key0 in data){
if(!((((pattern50.test(key0)) || (pattern79.test(key0))) || (pattern80.test(key0))) || (pattern81.test(key0)))){
(vErrors ??= []).push({instancePath,keyword:"additionalProperties",params:{additionalProperty: key0}});
}
}
for(const key2 in data){
if(pattern79.test(key2)){
if(typeof data[key2] !== "string"){
(vErrors ??= []).push({instancePath:instancePath+"/" + key2,keyword:"type"});
}
}
}
for(const key3 in data){
if(pattern80.test(key3)){
let data1 = data[key3];
if(typeof data1 !== "string"){
(vErrors ??= []).push({instancePath:instancePath+"/" + key3,keyword:"type"});
}
if(!(((data1 === "rollback") || (data1 === "pause")) || (data1 === "page"))){
(vErrors ??= []).push({instancePath:instancePath+"/" + key3,keyword:"enum"});
}
}
}
for(const key4 in data){
if(pattern81.test(key4)){
if(typeof data[key4] !== "boolean"){
(vErrors ??= []).push({instancePath:instancePath+"/" + key4,keyword:"type"});
}
}
}
}
validate21.errors = vErrors;
return vErrors === null;
}

export const DataProfile = validate22;
const pattern86 = new RegExp("^(?:x-[^]*|size|replicationLag)$", "u");
const pattern88 = new RegExp("^(?:peakWritesPerSecond|peakReadsPerSecond)$", "u");
const pattern89 = new RegExp("^(?:growth|description)$", "u");
const pattern90 = new RegExp("^(?:tables)$", "u");

function validate22(data, {instancePath=""}={}){
let vErrors = null;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!(((((pattern86.test(key0)) || (pattern19.test(key0))) || (pattern88.test(key0))) || (pattern89.test(key0))) || (pattern90.test(key0)))){
(vErrors ??= []).push({instancePath,keyword:"additionalProperties",params:{additionalProperty: key0}});
}
}
for(const key2 in data){
if(pattern19.test(key2)){
let data0 = data[key2];
if((!(((typeof data0 == "number") && (!(data0 % 1) && !isNaN(data0))) && (isFinite(data0)))) && (typeof data0 !== "string")){
(vErrors ??= []).push({instancePath:instancePath+"/" + key2,keyword:"type"});
}
if((typeof data0 == "number") && (isFinite(data0))){
if(data0 < 0 || isNaN(data0)){
(vErrors ??= []).push({instancePath:instancePath+"/" + key2,keyword:"minimum"});
}
}
}
}
for(const key3 in data){
if(pattern88.test(key3)){
let data1 = data[key3];
if((!((typeof data1 == "number") && (isFinite(data1)))) && (typeof data1 !== "string")){
(vErrors ??= []).push({instancePath:instancePath+"/" + key3,keyword:"type"});
}
if((typeof data1 == "number") && (isFinite(data1))){
if(data1 < 0 || isNaN(data1)){
(vErrors ??= []).push({instancePath:instancePath+"/" + key3,keyword:"minimum"});
}
}
}
}
for(const key4 in data){
if(pattern89.test(key4)){
if(typeof data[key4] !== "string"){
(vErrors ??= []).push({instancePath:instancePath+"/" + key4,keyword:"type"});
}
}
}
for(const key5 in data){
if(pattern90.test(key5)){
let data3 = data[key5];
if(Array.isArray(data3)){
const len0 = data3.length;
for(let i0=0; i0<len0; i0++){
if(typeof data3[i0] !== "string"){
(vErrors ??= []).push({instancePath:instancePath+"/" + key5+"/" + i0,keyword:"type"});
}
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/" + key5,keyword:"type"});
}
}
}
}
else {
(vErrors ??= []).push({instancePath,keyword:"type"});
}
validate22.errors = vErrors;
return vErrors === null;
}

export const Database = validate23;
const pattern97 = new RegExp("^(?:engine)$", "u");
const pattern98 = new RegExp("^(?:version|migrationTool|topology|name|pooler|notes)$", "u");

function validate23(data, {instancePath=""}={}){
let vErrors = null;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!(((pattern50.test(key0)) || (pattern97.test(key0))) || (pattern98.test(key0)))){
(vErrors ??= []).push({instancePath,keyword:"additionalProperties",params:{additionalProperty: key0}});
}
}
for(const key2 in data){
if(pattern97.test(key2)){
let data0 = data[key2];
if(typeof data0 !== "string"){
(vErrors ??= []).push({instancePath:instancePath+"/" + key2,keyword:"type"});
}
if(!(((((((((((((((((((data0 === "postgresql") || (data0 === "mysql")) || (data0 === "mariadb")) || (data0 === "sqlserver")) || (data0 === "oracle")) || (data0 === "sqlite")) || (data0 === "cockroachdb")) || (data0 === "yugabytedb")) || (data0 === "spanner")) || (data0 === "mongodb")) || (data0 === "dynamodb")) || (data0 === "cassandra")) || (data0 === "redis")) || (data0 === "elasticsearch")) || (data0 === "clickhouse")) || (data0 === "bigquery")) || (data0 === "snowflake")) || (data0 === "redshift")) || (data0 === "other"))){
(vErrors ??= []).push({instancePath:instancePath+"/" + key2,keyword:"enum"});
}
}
}
for(const key3 in data){
if(pattern98.test(key3)){
if(typeof data[key3] !== "string"){
(vErrors ??= []).push({instancePath:instancePath+"/" + key3,keyword:"type"});
}
}
}
}
else {
(vErrors ??= []).push({instancePath,keyword:"type"});
}
validate23.errors = vErrors;
return vErrors === null;
}

export const Decision = validate24;
const pattern102 = new RegExp("^(?:x-[^]*|expected)$", "u");
const pattern103 = new RegExp("^(?:failed|method|owner|step|notes)$", "u");
const pattern104 = new RegExp("^(?:dataLoss)$", "u");

function validate24(data, {instancePath=""}={}){
let vErrors = null;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!(((pattern102.test(key0)) || (pattern103.test(key0))) || (pattern104.test(key0)))){
(vErrors ??= []).push({instancePath,keyword:"additionalProperties",params:{additionalProperty: key0}});
}
}
for(const key2 in data){
if(pattern103.test(key2)){
if(typeof data[key2] !== "string"){
(vErrors ??= []).push({instancePath:instancePath+"/" + key2,keyword:"type"});
}
}
}
for(const key3 in data){
if(pattern104.test(key3)){
let data1 = data[key3];
if(typeof data1 !== "string"){
(vErrors ??= []).push({instancePath:instancePath+"/" + key3,keyword:"type"});
}
if(!((((data1 === "none") || (data1 === "low")) || (data1 === "medium")) || (data1 === "high"))){
(vErrors ??= []).push({instancePath:instancePath+"/" + key3,keyword:"enum"});
}
}
}
}
else {
(vErrors ??= []).push({instancePath,keyword:"type"});
}
validate24.errors = vErrors;
return vErrors === null;
}

export const Deprecation = validate25;
const pattern108 = new RegExp("^(?:x-[^]*|announced|removeAfter|removedOn|usage)$", "u");
const pattern109 = new RegExp("^(?:what|replacement|release|owner|ticket|notes)$", "u");
const pattern111 = new RegExp("^(?:communication)$", "u");

function validate25(data, {instancePath=""}={}){
let vErrors = null;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.what === undefined){
(vErrors ??= []).push({instancePath,keyword:"required",params:{missingProperty: "what"}});
}
for(const key0 in data){
if(!((((pattern108.test(key0)) || (pattern109.test(key0))) || (pattern7.test(key0))) || (pattern111.test(key0)))){
(vErrors ??= []).push({instancePath,keyword:"additionalProperties",params:{additionalProperty: key0}});
}
}
for(const key2 in data){
if(pattern109.test(key2)){
if(typeof data[key2] !== "string"){
(vErrors ??= []).push({instancePath:instancePath+"/" + key2,keyword:"type"});
}
}
}
for(const key3 in data){
if(pattern7.test(key3)){
let data1 = data[key3];
if(typeof data1 !== "string"){
(vErrors ??= []).push({instancePath:instancePath+"/" + key3,keyword:"type"});
}
if(!(((((((((((((((data1 === "database") || (data1 === "http-api")) || (data1 === "grpc")) || (data1 === "graphql")) || (data1 === "events")) || (data1 === "cli")) || (data1 === "config")) || (data1 === "library")) || (data1 === "file-format")) || (data1 === "cache")) || (data1 === "search-index")) || (data1 === "object-store")) || (data1 === "infrastructure")) || (data1 === "auth")) || (data1 === "ui"))){
(vErrors ??= []).push({instancePath:instancePath+"/" + key3,keyword:"enum"});
}
}
}
for(const key4 in data){
if(pattern111.test(key4)){
let data2 = data[key4];
if(Array.isArray(data2)){
const len0 = data2.length;
for(let i0=0; i0<len0; i0++){
if(typeof data2[i0] !== "string"){
(vErrors ??= []).push({instancePath:instancePath+"/" + key4+"/" + i0,keyword:"type"});
}
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/" + key4,keyword:"type"});
}
}
}
}
else {
(vErrors ??= []).push({instancePath,keyword:"type"});
}
validate25.errors = vErrors;
return vErrors === null;
}

export const Environment = validate26;
const pattern116 = new RegExp("^(?:x-[^]*|database)$", "u");
const pattern117 = new RegExp("^(?:deployment)$", "u");
const pattern118 = new RegExp("^(?:orchestrator|controller|cloud|broker|cache|flagSystem|observability|notes)$", "u");
const pattern119 = new RegExp("^(?:regions|services)$", "u");

function validate26(data, {instancePath=""}={}){
let vErrors = null;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!((((pattern116.test(key0)) || (pattern117.test(key0))) || (pattern118.test(key0))) || (pattern119.test(key0)))){
(vErrors ??= []).push({instancePath,keyword:"additionalProperties",params:{additionalProperty: key0}});
}
}
for(const key2 in data){
if(pattern117.test(key2)){
let data0 = data[key2];
if(typeof data0 !== "string"){
(vErrors ??= []).push({instancePath:instancePath+"/" + key2,keyword:"type"});
}
if(!((((((((data0 === "canary") || (data0 === "blue-green")) || (data0 === "rolling")) || (data0 === "feature-flag")) || (data0 === "ring")) || (data0 === "recreate")) || (data0 === "in-place")) || (data0 === "app-store"))){
(vErrors ??= []).push({instancePath:instancePath+"/" + key2,keyword:"enum"});
}
}
}
for(const key3 in data){
if(pattern118.test(key3)){
if(typeof data[key3] !== "string"){
(vErrors ??= []).push({instancePath:instancePath+"/" + key3,keyword:"type"});
}
}
}
for(const key4 in data){
if(pattern119.test(key4)){
let data2 = data[key4];
if(Array.isArray(data2)){
const len0 = data2.length;
for(let i0=0; i0<len0; i0++){
if(typeof data2[i0] !== "string"){
(vErrors ??= []).push({instancePath:instancePath+"/" + key4+"/" + i0,keyword:"type"});
}
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/" + key4,keyword:"type"});
}
}
}
}
else {
(vErrors ??= []).push({instancePath,keyword:"type"});
}
validate26.errors = vErrors;
return vErrors === null;
}

export const Example = validate27;
const pattern124 = new RegExp("^(?:x-[^]*|old|new)$", "u");
const pattern125 = new RegExp("^(?:name|notes)$", "u");

function validate27(data, {instancePath=""}={}){
let vErrors = null;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!(((pattern124.test(key0)) || (pattern125.test(key0))) || (pattern7.test(key0)))){
(vErrors ??= []).push({instancePath,keyword:"additionalProperties",params:{additionalProperty: key0}});
}
}
for(const key2 in data){
if(pattern125.test(key2)){
if(typeof data[key2] !== "string"){
(vErrors ??= []).push({instancePath:instancePath+"/" + key2,keyword:"type"});
}
}
}
for(const key3 in data){
if(pattern7.test(key3)){
let data1 = data[key3];
if(typeof data1 !== "string"){
(vErrors ??= []).push({instancePath:instancePath+"/" + key3,keyword:"type"});
}
if(!(((((((((((((((data1 === "database") || (data1 === "http-api")) || (data1 === "grpc")) || (data1 === "graphql")) || (data1 === "events")) || (data1 === "cli")) || (data1 === "config")) || (data1 === "library")) || (data1 === "file-format")) || (data1 === "cache")) || (data1 === "search-index")) || (data1 === "object-store")) || (data1 === "infrastructure")) || (data1 === "auth")) || (data1 === "ui"))){
(vErrors ??= []).push({instancePath:instancePath+"/" + key3,keyword:"enum"});
}
}
}
}
else {
(vErrors ??= []).push({instancePath,keyword:"type"});
}
validate27.errors = vErrors;
return vErrors === null;
}

export const ExampleSide = validate28;
const pattern131 = new RegExp("^(?:request|response|command|output|event|sql|code)$", "u");

function validate28(data, {instancePath=""}={}){
let vErrors = null;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!((pattern50.test(key0)) || (pattern131.test(key0)))){
(vErrors ??= []).push({instancePath,keyword:"additionalProperties",params:{additionalProperty: key0}});
}
}
for(const key2 in data){
if(pattern131.test(key2)){
if(typeof data[key2] !== "string"){
(vErrors ??= []).push({instancePath:instancePath+"/" + key2,keyword:"type"});
}
}
}
}
else {
(vErrors ??= []).push({instancePath,keyword:"type"});
}
validate28.errors = vErrors;
return vErrors === null;
}

export const Flag = validate29;
const pattern134 = new RegExp("^(?:x-[^]*|id|created|removeBy)$", "u");
const pattern135 = new RegExp("^(?:type)$", "u");
const pattern136 = new RegExp("^(?:default)$", "u");
const pattern137 = new RegExp("^(?:owner|audience|provider|description|ticket|link|notes)$", "u");
const pattern138 = new RegExp("^(?:killSwitch)$", "u");
const pattern139 = new RegExp("^(?:variants)$", "u");

function validate29(data, {instancePath=""}={}){
let vErrors = null;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.id === undefined){
(vErrors ??= []).push({instancePath,keyword:"required",params:{missingProperty: "id"}});
}
for(const key0 in data){
if(!((((((pattern134.test(key0)) || (pattern135.test(key0))) || (pattern136.test(key0))) || (pattern137.test(key0))) || (pattern138.test(key0))) || (pattern139.test(key0)))){
(vErrors ??= []).push({instancePath,keyword:"additionalProperties",params:{additionalProperty: key0}});
}
}
for(const key2 in data){
if(pattern135.test(key2)){
let data0 = data[key2];
if(typeof data0 !== "string"){
(vErrors ??= []).push({instancePath:instancePath+"/" + key2,keyword:"type"});
}
if(!((((data0 === "release") || (data0 === "operational")) || (data0 === "experiment")) || (data0 === "permission"))){
(vErrors ??= []).push({instancePath:instancePath+"/" + key2,keyword:"enum"});
}
}
}
for(const key3 in data){
if(pattern136.test(key3)){
let data1 = data[key3];
if((typeof data1 !== "boolean") && (typeof data1 !== "string")){
(vErrors ??= []).push({instancePath:instancePath+"/" + key3,keyword:"type"});
}
}
}
for(const key4 in data){
if(pattern137.test(key4)){
if(typeof data[key4] !== "string"){
(vErrors ??= []).push({instancePath:instancePath+"/" + key4,keyword:"type"});
}
}
}
for(const key5 in data){
if(pattern138.test(key5)){
if(typeof data[key5] !== "boolean"){
(vErrors ??= []).push({instancePath:instancePath+"/" + key5,keyword:"type"});
}
}
}
for(const key6 in data){
if(pattern139.test(key6)){
let data4 = data[key6];
if(Array.isArray(data4)){
const len0 = data4.length;
for(let i0=0; i0<len0; i0++){
if(typeof data4[i0] !== "string"){
(vErrors ??= []).push({instancePath:instancePath+"/" + key6+"/" + i0,keyword:"type"});
}
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/" + key6,keyword:"type"});
}
}
}
}
else {
(vErrors ??= []).push({instancePath,keyword:"type"});
}
validate29.errors = vErrors;
return vErrors === null;
}

export const Gate = validate30;
const pattern146 = new RegExp("^(?:x-[^]*|notBefore)$", "u");
const pattern147 = new RegExp("^(?:what|opens|link)$", "u");
const pattern148 = new RegExp("^(?:automatic)$", "u");
const pattern149 = new RegExp("^(?:approvers)$", "u");

function validate30(data, {instancePath=""}={}){
let vErrors = null;
if((typeof data !== "string") && (!(data && typeof data == "object" && !Array.isArray(data)))){
(vErrors ??= []).push({instancePath,keyword:"type"});
}
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!((((pattern146.test(key0)) || (pattern147.test(key0))) || (pattern148.test(key0))) || (pattern149.test(key0)))){
(vErrors ??= []).push({instancePath,keyword:"additionalProperties",params:{additionalProperty: key0}});
}
}
for(const key2 in data){
if(pattern147.test(key2)){
if(typeof data[key2] !== "string"){
(vErrors ??= []).push({instancePath:instancePath+"/" + key2,keyword:"type"});
}
}
}
for(const key3 in data){
if(pattern148.test(key3)){
if(typeof data[key3] !== "boolean"){
(vErrors ??= []).push({instancePath:instancePath+"/" + key3,keyword:"type"});
}
}
}
for(const key4 in data){
if(pattern149.test(key4)){
let data2 = data[key4];
if(Array.isArray(data2)){
const len0 = data2.length;
for(let i0=0; i0<len0; i0++){
if(typeof data2[i0] !== "string"){
(vErrors ??= []).push({instancePath:instancePath+"/" + key4+"/" + i0,keyword:"type"});
}
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/" + key4,keyword:"type"});
}
}
}
}
validate30.errors = vErrors;
return vErrors === null;
}

export const Incident = validate31;
const pattern154 = new RegExp("^(?:x-[^]*|date)$", "u");
const pattern155 = new RegExp("^(?:id|failed|lesson|impact|link)$", "u");

function validate31(data, {instancePath=""}={}){
let vErrors = null;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!((pattern154.test(key0)) || (pattern155.test(key0)))){
(vErrors ??= []).push({instancePath,keyword:"additionalProperties",params:{additionalProperty: key0}});
}
}
for(const key2 in data){
if(pattern155.test(key2)){
if(typeof data[key2] !== "string"){
(vErrors ??= []).push({instancePath:instancePath+"/" + key2,keyword:"type"});
}
}
}
}
else {
(vErrors ??= []).push({instancePath,keyword:"type"});
}
validate31.errors = vErrors;
return vErrors === null;
}

export const Latency = validate32;
const pattern158 = new RegExp("^(?:x-[^]*|p50|p90|p95|p99|p999|max)$", "u");

function validate32(data, {instancePath=""}={}){
let vErrors = null;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!(pattern158.test(key0))){
(vErrors ??= []).push({instancePath,keyword:"additionalProperties",params:{additionalProperty: key0}});
}
}
}
else {
(vErrors ??= []).push({instancePath,keyword:"type"});
}
validate32.errors = vErrors;
return vErrors === null;
}

export const Link = validate33;
const pattern160 = new RegExp("^(?:title|url)$", "u");

function validate33(data, {instancePath=""}={}){
let vErrors = null;
if((typeof data !== "string") && (!(data && typeof data == "object" && !Array.isArray(data)))){
(vErrors ??= []).push({instancePath,keyword:"type"});
}
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.url === undefined){
(vErrors ??= []).push({instancePath,keyword:"required",params:{missingProperty: "url"}});
}
for(const key0 in data){
if(!((pattern50.test(key0)) || (pattern160.test(key0)))){
(vErrors ??= []).push({instancePath,keyword:"additionalProperties",params:{additionalProperty: key0}});
}
}
for(const key2 in data){
if(pattern160.test(key2)){
if(typeof data[key2] !== "string"){
(vErrors ??= []).push({instancePath:instancePath+"/" + key2,keyword:"type"});
}
}
}
}
validate33.errors = vErrors;
return vErrors === null;
}

export const Locking = validate34;
const pattern163 = new RegExp("^(?:x-[^]*|expected|timeout)$", "u");
const pattern164 = new RegExp("^(?:lock|blocks|window|notes)$", "u");
const pattern165 = new RegExp("^(?:retries)$", "u");

function validate34(data, {instancePath=""}={}){
let vErrors = null;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!(((pattern163.test(key0)) || (pattern164.test(key0))) || (pattern165.test(key0)))){
(vErrors ??= []).push({instancePath,keyword:"additionalProperties",params:{additionalProperty: key0}});
}
}
for(const key2 in data){
if(pattern164.test(key2)){
if(typeof data[key2] !== "string"){
(vErrors ??= []).push({instancePath:instancePath+"/" + key2,keyword:"type"});
}
}
}
for(const key3 in data){
if(pattern165.test(key3)){
let data1 = data[key3];
if(!(((typeof data1 == "number") && (!(data1 % 1) && !isNaN(data1))) && (isFinite(data1)))){
(vErrors ??= []).push({instancePath:instancePath+"/" + key3,keyword:"type"});
}
if((typeof data1 == "number") && (isFinite(data1))){
if(data1 < 0 || isNaN(data1)){
(vErrors ??= []).push({instancePath:instancePath+"/" + key3,keyword:"minimum"});
}
}
}
}
}
else {
(vErrors ??= []).push({instancePath,keyword:"type"});
}
validate34.errors = vErrors;
return vErrors === null;
}

export const MaintenanceWindow = validate35;
const pattern169 = new RegExp("^(?:x-[^]*|start|length|announced)$", "u");
const pattern170 = new RegExp("^(?:impact|pointOfNoReturn|notes)$", "u");

function validate35(data, {instancePath=""}={}){
let vErrors = null;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!((pattern169.test(key0)) || (pattern170.test(key0)))){
(vErrors ??= []).push({instancePath,keyword:"additionalProperties",params:{additionalProperty: key0}});
}
}
for(const key2 in data){
if(pattern170.test(key2)){
if(typeof data[key2] !== "string"){
(vErrors ??= []).push({instancePath:instancePath+"/" + key2,keyword:"type"});
}
}
}
}
else {
(vErrors ??= []).push({instancePath,keyword:"type"});
}
validate35.errors = vErrors;
return vErrors === null;
}

export const Metric = validate36;
const pattern174 = new RegExp("^(?:title|description|query|source|dashboard|alert|unit|owner|runbook|notes)$", "u");
const pattern175 = new RegExp("^(?:signal)$", "u");
const pattern176 = new RegExp("^(?:baseline|target)$", "u");
const pattern177 = new RegExp("^(?:onNoData)$", "u");

function validate36(data, {instancePath=""}={}){
let vErrors = null;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.id === undefined){
(vErrors ??= []).push({instancePath,keyword:"required",params:{missingProperty: "id"}});
}
for(const key0 in data){
if(!(((((pattern6.test(key0)) || (pattern174.test(key0))) || (pattern175.test(key0))) || (pattern176.test(key0))) || (pattern177.test(key0)))){
(vErrors ??= []).push({instancePath,keyword:"additionalProperties",params:{additionalProperty: key0}});
}
}
for(const key2 in data){
if(pattern174.test(key2)){
if(typeof data[key2] !== "string"){
(vErrors ??= []).push({instancePath:instancePath+"/" + key2,keyword:"type"});
}
}
}
for(const key3 in data){
if(pattern175.test(key3)){
let data1 = data[key3];
if(typeof data1 !== "string"){
(vErrors ??= []).push({instancePath:instancePath+"/" + key3,keyword:"type"});
}
if(!(((((((data1 === "errors") || (data1 === "latency")) || (data1 === "traffic")) || (data1 === "saturation")) || (data1 === "correctness")) || (data1 === "business")) || (data1 === "usage"))){
(vErrors ??= []).push({instancePath:instancePath+"/" + key3,keyword:"enum"});
}
}
}
for(const key4 in data){
if(pattern176.test(key4)){
let data2 = data[key4];
if((typeof data2 !== "string") && (!((typeof data2 == "number") && (isFinite(data2))))){
(vErrors ??= []).push({instancePath:instancePath+"/" + key4,keyword:"type"});
}
}
}
for(const key5 in data){
if(pattern177.test(key5)){
let data3 = data[key5];
if(typeof data3 !== "string"){
(vErrors ??= []).push({instancePath:instancePath+"/" + key5,keyword:"type"});
}
if(!(((data3 === "abort") || (data3 === "hold")) || (data3 === "ignore"))){
(vErrors ??= []).push({instancePath:instancePath+"/" + key5,keyword:"enum"});
}
}
}
}
else {
(vErrors ??= []).push({instancePath,keyword:"type"});
}
validate36.errors = vErrors;
return vErrors === null;
}

export const Migration = validate37;
const pattern183 = new RegExp("^(?:x-[^]*|maintenanceWindow)$", "u");
const pattern184 = new RegExp("^(?:description|owner|overlapProtects|downtime|runbook|ticket|notes)$", "u");
const pattern185 = new RegExp("^(?:strategies)$", "u");
const pattern186 = new RegExp("^(?:steps|links)$", "u");
const pattern187 = new RegExp("^(?:records)$", "u");

function validate37(data, {instancePath=""}={}){
let vErrors = null;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!(((((pattern183.test(key0)) || (pattern184.test(key0))) || (pattern185.test(key0))) || (pattern186.test(key0))) || (pattern187.test(key0)))){
(vErrors ??= []).push({instancePath,keyword:"additionalProperties",params:{additionalProperty: key0}});
}
}
for(const key2 in data){
if(pattern184.test(key2)){
if(typeof data[key2] !== "string"){
(vErrors ??= []).push({instancePath:instancePath+"/" + key2,keyword:"type"});
}
}
}
for(const key3 in data){
if(pattern185.test(key3)){
let data1 = data[key3];
if(Array.isArray(data1)){
const len0 = data1.length;
for(let i0=0; i0<len0; i0++){
let data2 = data1[i0];
if(typeof data2 !== "string"){
(vErrors ??= []).push({instancePath:instancePath+"/" + key3+"/" + i0,keyword:"type"});
}
if(!(((((((((((((((((((data2 === "expand-contract") || (data2 === "dual-write")) || (data2 === "backfill")) || (data2 === "shadow-read")) || (data2 === "shadow-traffic")) || (data2 === "feature-flag")) || (data2 === "canary")) || (data2 === "blue-green")) || (data2 === "rolling")) || (data2 === "ring")) || (data2 === "strangler")) || (data2 === "branch-by-abstraction")) || (data2 === "parallel-run")) || (data2 === "versioned-api")) || (data2 === "change-data-capture")) || (data2 === "online-schema-change")) || (data2 === "additive")) || (data2 === "maintenance-window")) || (data2 === "big-bang"))){
(vErrors ??= []).push({instancePath:instancePath+"/" + key3+"/" + i0,keyword:"enum"});
}
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/" + key3,keyword:"type"});
}
}
}
for(const key4 in data){
if(pattern186.test(key4)){
if(!(Array.isArray(data[key4]))){
(vErrors ??= []).push({instancePath:instancePath+"/" + key4,keyword:"type"});
}
}
}
for(const key5 in data){
if(pattern187.test(key5)){
let data4 = data[key5];
if(Array.isArray(data4)){
const len1 = data4.length;
for(let i1=0; i1<len1; i1++){
if(typeof data4[i1] !== "string"){
(vErrors ??= []).push({instancePath:instancePath+"/" + key5+"/" + i1,keyword:"type"});
}
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/" + key5,keyword:"type"});
}
}
}
}
else {
(vErrors ??= []).push({instancePath,keyword:"type"});
}
validate37.errors = vErrors;
return vErrors === null;
}

export const MigrationHalf = validate38;
const pattern193 = new RegExp("^(?:x-[^]*|date|up|down|backup|took)$", "u");
const pattern194 = new RegExp("^(?:release|step|owner|notes)$", "u");
const pattern195 = new RegExp("^(?:reversible)$", "u");
const pattern196 = new RegExp("^(?:verify)$", "u");

function validate38(data, {instancePath=""}={}){
let vErrors = null;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!((((pattern193.test(key0)) || (pattern194.test(key0))) || (pattern195.test(key0))) || (pattern196.test(key0)))){
(vErrors ??= []).push({instancePath,keyword:"additionalProperties",params:{additionalProperty: key0}});
}
}
for(const key2 in data){
if(pattern194.test(key2)){
if(typeof data[key2] !== "string"){
(vErrors ??= []).push({instancePath:instancePath+"/" + key2,keyword:"type"});
}
}
}
for(const key3 in data){
if(pattern195.test(key3)){
if(typeof data[key3] !== "boolean"){
(vErrors ??= []).push({instancePath:instancePath+"/" + key3,keyword:"type"});
}
}
}
for(const key4 in data){
if(pattern196.test(key4)){
if(!(Array.isArray(data[key4]))){
(vErrors ??= []).push({instancePath:instancePath+"/" + key4,keyword:"type"});
}
}
}
}
else {
(vErrors ??= []).push({instancePath,keyword:"type"});
}
validate38.errors = vErrors;
return vErrors === null;
}

export const MigrationRecord = validate39;
const pattern201 = new RegExp("^(?:x-[^]*|plan|id|window|expand|contract)$", "u");
const pattern202 = new RegExp("^(?:rolloutPlan)$", "u");
const pattern203 = new RegExp("^(?:title|description|owner|overlapProtects|backfill|ticket|notes)$", "u");
const pattern204 = new RegExp("^(?:status)$", "u");
const pattern206 = new RegExp("^(?:touches)$", "u");
const pattern207 = new RegExp("^(?:links)$", "u");

function validate39(data, {instancePath=""}={}){
let vErrors = null;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!(((((((pattern201.test(key0)) || (pattern202.test(key0))) || (pattern203.test(key0))) || (pattern204.test(key0))) || (pattern97.test(key0))) || (pattern206.test(key0))) || (pattern207.test(key0)))){
(vErrors ??= []).push({instancePath,keyword:"additionalProperties",params:{additionalProperty: key0}});
}
}
for(const key2 in data){
if(pattern202.test(key2)){
let data0 = data[key2];
if((!(((typeof data0 == "number") && (!(data0 % 1) && !isNaN(data0))) && (isFinite(data0)))) && (typeof data0 !== "string")){
(vErrors ??= []).push({instancePath:instancePath+"/" + key2,keyword:"type"});
}
if(!((data0 === 1) || (data0 === "off"))){
(vErrors ??= []).push({instancePath:instancePath+"/" + key2,keyword:"enum"});
}
}
}
for(const key3 in data){
if(pattern203.test(key3)){
if(typeof data[key3] !== "string"){
(vErrors ??= []).push({instancePath:instancePath+"/" + key3,keyword:"type"});
}
}
}
for(const key4 in data){
if(pattern204.test(key4)){
let data2 = data[key4];
if(typeof data2 !== "string"){
(vErrors ??= []).push({instancePath:instancePath+"/" + key4,keyword:"type"});
}
if(!(((((data2 === "planned") || (data2 === "expanded")) || (data2 === "migrated")) || (data2 === "contracted")) || (data2 === "rolled-back"))){
(vErrors ??= []).push({instancePath:instancePath+"/" + key4,keyword:"enum"});
}
}
}
for(const key5 in data){
if(pattern97.test(key5)){
let data3 = data[key5];
if(typeof data3 !== "string"){
(vErrors ??= []).push({instancePath:instancePath+"/" + key5,keyword:"type"});
}
if(!(((((((((((((((((((data3 === "postgresql") || (data3 === "mysql")) || (data3 === "mariadb")) || (data3 === "sqlserver")) || (data3 === "oracle")) || (data3 === "sqlite")) || (data3 === "cockroachdb")) || (data3 === "yugabytedb")) || (data3 === "spanner")) || (data3 === "mongodb")) || (data3 === "dynamodb")) || (data3 === "cassandra")) || (data3 === "redis")) || (data3 === "elasticsearch")) || (data3 === "clickhouse")) || (data3 === "bigquery")) || (data3 === "snowflake")) || (data3 === "redshift")) || (data3 === "other"))){
(vErrors ??= []).push({instancePath:instancePath+"/" + key5,keyword:"enum"});
}
}
}
for(const key6 in data){
if(pattern206.test(key6)){
let data4 = data[key6];
if(Array.isArray(data4)){
const len0 = data4.length;
for(let i0=0; i0<len0; i0++){
if(typeof data4[i0] !== "string"){
(vErrors ??= []).push({instancePath:instancePath+"/" + key6+"/" + i0,keyword:"type"});
}
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/" + key6,keyword:"type"});
}
}
}
for(const key7 in data){
if(pattern207.test(key7)){
if(!(Array.isArray(data[key7]))){
(vErrors ??= []).push({instancePath:instancePath+"/" + key7,keyword:"type"});
}
}
}
}
else {
(vErrors ??= []).push({instancePath,keyword:"type"});
}
validate39.errors = vErrors;
return vErrors === null;
}

export const MixedVersions = validate40;
const pattern216 = new RegExp("^(?:oldCodeNewData|newCodeOldData|oldClientNewServer|newClientOldServer|order|notes)$", "u");

function validate40(data, {instancePath=""}={}){
let vErrors = null;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!((pattern50.test(key0)) || (pattern216.test(key0)))){
(vErrors ??= []).push({instancePath,keyword:"additionalProperties",params:{additionalProperty: key0}});
}
}
for(const key2 in data){
if(pattern216.test(key2)){
if(typeof data[key2] !== "string"){
(vErrors ??= []).push({instancePath:instancePath+"/" + key2,keyword:"type"});
}
}
}
}
else {
(vErrors ??= []).push({instancePath,keyword:"type"});
}
validate40.errors = vErrors;
return vErrors === null;
}

export const NotReverted = validate41;
const pattern220 = new RegExp("^(?:step|what|why|instead|owner)$", "u");

function validate41(data, {instancePath=""}={}){
let vErrors = null;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!(((pattern50.test(key0)) || (pattern220.test(key0))) || (pattern104.test(key0)))){
(vErrors ??= []).push({instancePath,keyword:"additionalProperties",params:{additionalProperty: key0}});
}
}
for(const key2 in data){
if(pattern220.test(key2)){
if(typeof data[key2] !== "string"){
(vErrors ??= []).push({instancePath:instancePath+"/" + key2,keyword:"type"});
}
}
}
for(const key3 in data){
if(pattern104.test(key3)){
let data1 = data[key3];
if(typeof data1 !== "string"){
(vErrors ??= []).push({instancePath:instancePath+"/" + key3,keyword:"type"});
}
if(!((((data1 === "none") || (data1 === "low")) || (data1 === "medium")) || (data1 === "high"))){
(vErrors ??= []).push({instancePath:instancePath+"/" + key3,keyword:"enum"});
}
}
}
}
else {
(vErrors ??= []).push({instancePath,keyword:"type"});
}
validate41.errors = vErrors;
return vErrors === null;
}

export const Operation = validate42;
const pattern226 = new RegExp("^(?:sql|command|file|description)$", "u");

function validate42(data, {instancePath=""}={}){
let vErrors = null;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!((pattern102.test(key0)) || (pattern226.test(key0)))){
(vErrors ??= []).push({instancePath,keyword:"additionalProperties",params:{additionalProperty: key0}});
}
}
for(const key2 in data){
if(pattern226.test(key2)){
if(typeof data[key2] !== "string"){
(vErrors ??= []).push({instancePath:instancePath+"/" + key2,keyword:"type"});
}
}
}
}
else {
(vErrors ??= []).push({instancePath,keyword:"type"});
}
validate42.errors = vErrors;
return vErrors === null;
}

export const Progress = validate43;
const pattern230 = new RegExp("^(?:metric|query|dashboard|log)$", "u");

function validate43(data, {instancePath=""}={}){
let vErrors = null;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!((pattern50.test(key0)) || (pattern230.test(key0)))){
(vErrors ??= []).push({instancePath,keyword:"additionalProperties",params:{additionalProperty: key0}});
}
}
for(const key2 in data){
if(pattern230.test(key2)){
if(typeof data[key2] !== "string"){
(vErrors ??= []).push({instancePath:instancePath+"/" + key2,keyword:"type"});
}
}
}
}
else {
(vErrors ??= []).push({instancePath,keyword:"type"});
}
validate43.errors = vErrors;
return vErrors === null;
}

export const Promise = validate44;
const pattern233 = new RegExp("^(?:x-[^]*|id|until)$", "u");
const pattern235 = new RegExp("^(?:contract|test|owner|notes)$", "u");

function validate44(data, {instancePath=""}={}){
let vErrors = null;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.contract === undefined){
(vErrors ??= []).push({instancePath,keyword:"required",params:{missingProperty: "contract"}});
}
for(const key0 in data){
if(!((((pattern233.test(key0)) || (pattern7.test(key0))) || (pattern235.test(key0))) || (pattern46.test(key0)))){
(vErrors ??= []).push({instancePath,keyword:"additionalProperties",params:{additionalProperty: key0}});
}
}
for(const key2 in data){
if(pattern7.test(key2)){
let data0 = data[key2];
if(typeof data0 !== "string"){
(vErrors ??= []).push({instancePath:instancePath+"/" + key2,keyword:"type"});
}
if(!(((((((((((((((data0 === "database") || (data0 === "http-api")) || (data0 === "grpc")) || (data0 === "graphql")) || (data0 === "events")) || (data0 === "cli")) || (data0 === "config")) || (data0 === "library")) || (data0 === "file-format")) || (data0 === "cache")) || (data0 === "search-index")) || (data0 === "object-store")) || (data0 === "infrastructure")) || (data0 === "auth")) || (data0 === "ui"))){
(vErrors ??= []).push({instancePath:instancePath+"/" + key2,keyword:"enum"});
}
}
}
for(const key3 in data){
if(pattern235.test(key3)){
if(typeof data[key3] !== "string"){
(vErrors ??= []).push({instancePath:instancePath+"/" + key3,keyword:"type"});
}
}
}
for(const key4 in data){
if(pattern46.test(key4)){
if(typeof data[key4] !== "boolean"){
(vErrors ??= []).push({instancePath:instancePath+"/" + key4,keyword:"type"});
}
}
}
}
else {
(vErrors ??= []).push({instancePath,keyword:"type"});
}
validate44.errors = vErrors;
return vErrors === null;
}

export const Reconciliation = validate45;
const pattern241 = new RegExp("^(?:x-[^]*|limit|every|sample)$", "u");
const pattern242 = new RegExp("^(?:metric|sourceOfTruth|run|repair|owner|notes)$", "u");

function validate45(data, {instancePath=""}={}){
let vErrors = null;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!((pattern241.test(key0)) || (pattern242.test(key0)))){
(vErrors ??= []).push({instancePath,keyword:"additionalProperties",params:{additionalProperty: key0}});
}
}
for(const key2 in data){
if(pattern242.test(key2)){
if(typeof data[key2] !== "string"){
(vErrors ??= []).push({instancePath:instancePath+"/" + key2,keyword:"type"});
}
}
}
}
else {
(vErrors ??= []).push({instancePath,keyword:"type"});
}
validate45.errors = vErrors;
return vErrors === null;
}

export const Rehearsal = validate46;
const pattern245 = new RegExp("^(?:x-[^]*|plan|date|trigger|started|restored|took)$", "u");
const pattern247 = new RegExp("^(?:title|scenario|command|step|dataset|owner|notes)$", "u");
const pattern248 = new RegExp("^(?:environment)$", "u");
const pattern249 = new RegExp("^(?:result)$", "u");
const pattern250 = new RegExp("^(?:participants|findings|actions)$", "u");
const pattern251 = new RegExp("^(?:verify|timeline|links)$", "u");

function validate46(data, {instancePath=""}={}){
let vErrors = null;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!(((((((pattern245.test(key0)) || (pattern202.test(key0))) || (pattern247.test(key0))) || (pattern248.test(key0))) || (pattern249.test(key0))) || (pattern250.test(key0))) || (pattern251.test(key0)))){
(vErrors ??= []).push({instancePath,keyword:"additionalProperties",params:{additionalProperty: key0}});
}
}
for(const key2 in data){
if(pattern202.test(key2)){
let data0 = data[key2];
if((!(((typeof data0 == "number") && (!(data0 % 1) && !isNaN(data0))) && (isFinite(data0)))) && (typeof data0 !== "string")){
(vErrors ??= []).push({instancePath:instancePath+"/" + key2,keyword:"type"});
}
if(!((data0 === 1) || (data0 === "off"))){
(vErrors ??= []).push({instancePath:instancePath+"/" + key2,keyword:"enum"});
}
}
}
for(const key3 in data){
if(pattern247.test(key3)){
if(typeof data[key3] !== "string"){
(vErrors ??= []).push({instancePath:instancePath+"/" + key3,keyword:"type"});
}
}
}
for(const key4 in data){
if(pattern248.test(key4)){
let data2 = data[key4];
if(typeof data2 !== "string"){
(vErrors ??= []).push({instancePath:instancePath+"/" + key4,keyword:"type"});
}
if(!(((((((data2 === "development") || (data2 === "test")) || (data2 === "staging")) || (data2 === "pre-production")) || (data2 === "shadow")) || (data2 === "internal")) || (data2 === "production"))){
(vErrors ??= []).push({instancePath:instancePath+"/" + key4,keyword:"enum"});
}
}
}
for(const key5 in data){
if(pattern249.test(key5)){
let data3 = data[key5];
if(typeof data3 !== "string"){
(vErrors ??= []).push({instancePath:instancePath+"/" + key5,keyword:"type"});
}
if(!(((data3 === "passed") || (data3 === "partial")) || (data3 === "failed"))){
(vErrors ??= []).push({instancePath:instancePath+"/" + key5,keyword:"enum"});
}
}
}
for(const key6 in data){
if(pattern250.test(key6)){
let data4 = data[key6];
if(Array.isArray(data4)){
const len0 = data4.length;
for(let i0=0; i0<len0; i0++){
if(typeof data4[i0] !== "string"){
(vErrors ??= []).push({instancePath:instancePath+"/" + key6+"/" + i0,keyword:"type"});
}
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/" + key6,keyword:"type"});
}
}
}
for(const key7 in data){
if(pattern251.test(key7)){
if(!(Array.isArray(data[key7]))){
(vErrors ??= []).push({instancePath:instancePath+"/" + key7,keyword:"type"});
}
}
}
}
else {
(vErrors ??= []).push({instancePath,keyword:"type"});
}
validate46.errors = vErrors;
return vErrors === null;
}

export const Restore = validate47;
const pattern260 = new RegExp("^(?:backup|run|sql|description|owner)$", "u");
const pattern261 = new RegExp("^(?:steps)$", "u");

function validate47(data, {instancePath=""}={}){
let vErrors = null;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!(((((pattern102.test(key0)) || (pattern260.test(key0))) || (pattern261.test(key0))) || (pattern104.test(key0))) || (pattern196.test(key0)))){
(vErrors ??= []).push({instancePath,keyword:"additionalProperties",params:{additionalProperty: key0}});
}
}
for(const key2 in data){
if(pattern260.test(key2)){
if(typeof data[key2] !== "string"){
(vErrors ??= []).push({instancePath:instancePath+"/" + key2,keyword:"type"});
}
}
}
for(const key3 in data){
if(pattern261.test(key3)){
let data1 = data[key3];
if(Array.isArray(data1)){
const len0 = data1.length;
for(let i0=0; i0<len0; i0++){
if(typeof data1[i0] !== "string"){
(vErrors ??= []).push({instancePath:instancePath+"/" + key3+"/" + i0,keyword:"type"});
}
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/" + key3,keyword:"type"});
}
}
}
for(const key4 in data){
if(pattern104.test(key4)){
let data3 = data[key4];
if(typeof data3 !== "string"){
(vErrors ??= []).push({instancePath:instancePath+"/" + key4,keyword:"type"});
}
if(!((((data3 === "none") || (data3 === "low")) || (data3 === "medium")) || (data3 === "high"))){
(vErrors ??= []).push({instancePath:instancePath+"/" + key4,keyword:"enum"});
}
}
}
for(const key5 in data){
if(pattern196.test(key5)){
if(!(Array.isArray(data[key5]))){
(vErrors ??= []).push({instancePath:instancePath+"/" + key5,keyword:"type"});
}
}
}
}
else {
(vErrors ??= []).push({instancePath,keyword:"type"});
}
validate47.errors = vErrors;
return vErrors === null;
}

export const Reverts = validate48;
const pattern270 = new RegExp("^(?:code|config|data|schema|infrastructure|cache|events|clients|traffic)$", "u");

function validate48(data, {instancePath=""}={}){
let vErrors = null;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!((pattern50.test(key0)) || (pattern270.test(key0)))){
(vErrors ??= []).push({instancePath,keyword:"additionalProperties",params:{additionalProperty: key0}});
}
}
for(const key2 in data){
if(pattern270.test(key2)){
if(typeof data[key2] !== "string"){
(vErrors ??= []).push({instancePath:instancePath+"/" + key2,keyword:"type"});
}
}
}
}
else {
(vErrors ??= []).push({instancePath,keyword:"type"});
}
validate48.errors = vErrors;
return vErrors === null;
}

export const Risk = validate49;
const pattern274 = new RegExp("^(?:risk|likelihood|impact|detection|mitigation|owner)$", "u");

function validate49(data, {instancePath=""}={}){
let vErrors = null;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!((pattern50.test(key0)) || (pattern274.test(key0)))){
(vErrors ??= []).push({instancePath,keyword:"additionalProperties",params:{additionalProperty: key0}});
}
}
for(const key2 in data){
if(pattern274.test(key2)){
if(typeof data[key2] !== "string"){
(vErrors ??= []).push({instancePath:instancePath+"/" + key2,keyword:"type"});
}
}
}
}
else {
(vErrors ??= []).push({instancePath,keyword:"type"});
}
validate49.errors = vErrors;
return vErrors === null;
}

export const Rollback = validate50;
const pattern277 = new RegExp("^(?:x-[^]*|timeBudget|rpo|reverts|restore)$", "u");
const pattern278 = new RegExp("^(?:description|viableUntil|owner|runbook|dashboard|ticket|notes)$", "u");
const pattern279 = new RegExp("^(?:approach)$", "u");
const pattern280 = new RegExp("^(?:approvers|preconditions|followUp)$", "u");
const pattern281 = new RegExp("^(?:contacts|triggers|notReverted|steps|verify|decisions|communication|rehearsals|links)$", "u");

function validate50(data, {instancePath=""}={}){
let vErrors = null;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!(((((pattern277.test(key0)) || (pattern278.test(key0))) || (pattern279.test(key0))) || (pattern280.test(key0))) || (pattern281.test(key0)))){
(vErrors ??= []).push({instancePath,keyword:"additionalProperties",params:{additionalProperty: key0}});
}
}
for(const key2 in data){
if(pattern278.test(key2)){
if(typeof data[key2] !== "string"){
(vErrors ??= []).push({instancePath:instancePath+"/" + key2,keyword:"type"});
}
}
}
for(const key3 in data){
if(pattern279.test(key3)){
let data1 = data[key3];
if(typeof data1 !== "string"){
(vErrors ??= []).push({instancePath:instancePath+"/" + key3,keyword:"type"});
}
if(!((((data1 === "rollback-first") || (data1 === "roll-forward-first")) || (data1 === "rollback-only")) || (data1 === "roll-forward-only"))){
(vErrors ??= []).push({instancePath:instancePath+"/" + key3,keyword:"enum"});
}
}
}
for(const key4 in data){
if(pattern280.test(key4)){
let data2 = data[key4];
if(Array.isArray(data2)){
const len0 = data2.length;
for(let i0=0; i0<len0; i0++){
if(typeof data2[i0] !== "string"){
(vErrors ??= []).push({instancePath:instancePath+"/" + key4+"/" + i0,keyword:"type"});
}
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/" + key4,keyword:"type"});
}
}
}
for(const key5 in data){
if(pattern281.test(key5)){
if(!(Array.isArray(data[key5]))){
(vErrors ??= []).push({instancePath:instancePath+"/" + key5,keyword:"type"});
}
}
}
}
else {
(vErrors ??= []).push({instancePath,keyword:"type"});
}
validate50.errors = vErrors;
return vErrors === null;
}

export const RollbackStep = validate51;
const pattern287 = new RegExp("^(?:x-[^]*|id|expected)$", "u");
const pattern288 = new RegExp("^(?:title|run|sql|flag|undoes|manual|owner|link|notes)$", "u");

function validate51(data, {instancePath=""}={}){
let vErrors = null;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!((((pattern287.test(key0)) || (pattern288.test(key0))) || (pattern196.test(key0))) || (pattern46.test(key0)))){
(vErrors ??= []).push({instancePath,keyword:"additionalProperties",params:{additionalProperty: key0}});
}
}
for(const key2 in data){
if(pattern288.test(key2)){
if(typeof data[key2] !== "string"){
(vErrors ??= []).push({instancePath:instancePath+"/" + key2,keyword:"type"});
}
}
}
for(const key3 in data){
if(pattern196.test(key3)){
if(!(Array.isArray(data[key3]))){
(vErrors ??= []).push({instancePath:instancePath+"/" + key3,keyword:"type"});
}
}
}
for(const key4 in data){
if(pattern46.test(key4)){
if(typeof data[key4] !== "boolean"){
(vErrors ??= []).push({instancePath:instancePath+"/" + key4,keyword:"type"});
}
}
}
}
else {
(vErrors ??= []).push({instancePath,keyword:"type"});
}
validate51.errors = vErrors;
return vErrors === null;
}

export const Rollout = validate52;
const pattern295 = new RegExp("^(?:x-[^]*|soak)$", "u");
const pattern296 = new RegExp("^(?:description|owner|stickyBy|flag|partial|manifest|dashboard|runbook|ticket|notes)$", "u");
const pattern297 = new RegExp("^(?:unit)$", "u");
const pattern299 = new RegExp("^(?:entryCriteria|successCriteria|abortCriteria|templates|stages|communication|links)$", "u");
const pattern300 = new RegExp("^(?:metrics|freeze)$", "u");
const pattern301 = new RegExp("^(?:onAbort)$", "u");

function validate52(data, {instancePath=""}={}){
let vErrors = null;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!(((((((pattern295.test(key0)) || (pattern296.test(key0))) || (pattern297.test(key0))) || (pattern248.test(key0))) || (pattern299.test(key0))) || (pattern300.test(key0))) || (pattern301.test(key0)))){
(vErrors ??= []).push({instancePath,keyword:"additionalProperties",params:{additionalProperty: key0}});
}
}
for(const key2 in data){
if(pattern296.test(key2)){
if(typeof data[key2] !== "string"){
(vErrors ??= []).push({instancePath:instancePath+"/" + key2,keyword:"type"});
}
}
}
for(const key3 in data){
if(pattern297.test(key3)){
let data1 = data[key3];
if(typeof data1 !== "string"){
(vErrors ??= []).push({instancePath:instancePath+"/" + key3,keyword:"type"});
}
if(!(((((((((((data1 === "requests") || (data1 === "users")) || (data1 === "accounts")) || (data1 === "tenants")) || (data1 === "sessions")) || (data1 === "hosts")) || (data1 === "devices")) || (data1 === "regions")) || (data1 === "clusters")) || (data1 === "shards")) || (data1 === "stores"))){
(vErrors ??= []).push({instancePath:instancePath+"/" + key3,keyword:"enum"});
}
}
}
for(const key4 in data){
if(pattern248.test(key4)){
let data2 = data[key4];
if(typeof data2 !== "string"){
(vErrors ??= []).push({instancePath:instancePath+"/" + key4,keyword:"type"});
}
if(!(((((((data2 === "development") || (data2 === "test")) || (data2 === "staging")) || (data2 === "pre-production")) || (data2 === "shadow")) || (data2 === "internal")) || (data2 === "production"))){
(vErrors ??= []).push({instancePath:instancePath+"/" + key4,keyword:"enum"});
}
}
}
for(const key5 in data){
if(pattern299.test(key5)){
if(!(Array.isArray(data[key5]))){
(vErrors ??= []).push({instancePath:instancePath+"/" + key5,keyword:"type"});
}
}
}
for(const key6 in data){
if(pattern300.test(key6)){
let data4 = data[key6];
if(Array.isArray(data4)){
const len0 = data4.length;
for(let i0=0; i0<len0; i0++){
if(typeof data4[i0] !== "string"){
(vErrors ??= []).push({instancePath:instancePath+"/" + key6+"/" + i0,keyword:"type"});
}
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/" + key6,keyword:"type"});
}
}
}
for(const key7 in data){
if(pattern301.test(key7)){
let data6 = data[key7];
if(typeof data6 !== "string"){
(vErrors ??= []).push({instancePath:instancePath+"/" + key7,keyword:"type"});
}
if(!(((data6 === "rollback") || (data6 === "pause")) || (data6 === "page"))){
(vErrors ??= []).push({instancePath:instancePath+"/" + key7,keyword:"enum"});
}
}
}
}
else {
(vErrors ??= []).push({instancePath,keyword:"type"});
}
validate52.errors = vErrors;
return vErrors === null;
}

export const RolloutPlan = validate53;
const pattern309 = new RegExp("^(?:x-[^]*|name|plan|created|updated|scheduled|change|compatibility|migration|rollout|rollback|validation)$", "u");
const pattern311 = new RegExp("^(?:title|description|owner|ticket|notes)$", "u");
const pattern313 = new RegExp("^(?:risk)$", "u");
const pattern314 = new RegExp("^(?:authors|approvers|tags)$", "u");
const pattern315 = new RegExp("^(?:contacts|links|metrics|flags|backups)$", "u");

function validate53(data, {instancePath=""}={}){
let vErrors = null;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!(((((((pattern309.test(key0)) || (pattern202.test(key0))) || (pattern311.test(key0))) || (pattern204.test(key0))) || (pattern313.test(key0))) || (pattern314.test(key0))) || (pattern315.test(key0)))){
(vErrors ??= []).push({instancePath,keyword:"additionalProperties",params:{additionalProperty: key0}});
}
}
for(const key2 in data){
if(pattern202.test(key2)){
let data0 = data[key2];
if((!(((typeof data0 == "number") && (!(data0 % 1) && !isNaN(data0))) && (isFinite(data0)))) && (typeof data0 !== "string")){
(vErrors ??= []).push({instancePath:instancePath+"/" + key2,keyword:"type"});
}
if(!((data0 === 1) || (data0 === "off"))){
(vErrors ??= []).push({instancePath:instancePath+"/" + key2,keyword:"enum"});
}
}
}
for(const key3 in data){
if(pattern311.test(key3)){
if(typeof data[key3] !== "string"){
(vErrors ??= []).push({instancePath:instancePath+"/" + key3,keyword:"type"});
}
}
}
for(const key4 in data){
if(pattern204.test(key4)){
let data2 = data[key4];
if(typeof data2 !== "string"){
(vErrors ??= []).push({instancePath:instancePath+"/" + key4,keyword:"type"});
}
if(!(((((((data2 === "draft") || (data2 === "in-review")) || (data2 === "approved")) || (data2 === "executing")) || (data2 === "done")) || (data2 === "rolled-back")) || (data2 === "abandoned"))){
(vErrors ??= []).push({instancePath:instancePath+"/" + key4,keyword:"enum"});
}
}
}
for(const key5 in data){
if(pattern313.test(key5)){
let data3 = data[key5];
if(typeof data3 !== "string"){
(vErrors ??= []).push({instancePath:instancePath+"/" + key5,keyword:"type"});
}
if(!(((data3 === "low") || (data3 === "medium")) || (data3 === "high"))){
(vErrors ??= []).push({instancePath:instancePath+"/" + key5,keyword:"enum"});
}
}
}
for(const key6 in data){
if(pattern314.test(key6)){
let data4 = data[key6];
if(Array.isArray(data4)){
const len0 = data4.length;
for(let i0=0; i0<len0; i0++){
if(typeof data4[i0] !== "string"){
(vErrors ??= []).push({instancePath:instancePath+"/" + key6+"/" + i0,keyword:"type"});
}
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/" + key6,keyword:"type"});
}
}
}
for(const key7 in data){
if(pattern315.test(key7)){
if(!(Array.isArray(data[key7]))){
(vErrors ??= []).push({instancePath:instancePath+"/" + key7,keyword:"type"});
}
}
}
}
else {
(vErrors ??= []).push({instancePath,keyword:"type"});
}
validate53.errors = vErrors;
return vErrors === null;
}

export const SignOff = validate54;
const pattern324 = new RegExp("^(?:who|role|notes)$", "u");

function validate54(data, {instancePath=""}={}){
let vErrors = null;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.who === undefined){
(vErrors ??= []).push({instancePath,keyword:"required",params:{missingProperty: "who"}});
}
for(const key0 in data){
if(!(((pattern154.test(key0)) || (pattern324.test(key0))) || (pattern46.test(key0)))){
(vErrors ??= []).push({instancePath,keyword:"additionalProperties",params:{additionalProperty: key0}});
}
}
for(const key2 in data){
if(pattern324.test(key2)){
if(typeof data[key2] !== "string"){
(vErrors ??= []).push({instancePath:instancePath+"/" + key2,keyword:"type"});
}
}
}
for(const key3 in data){
if(pattern46.test(key3)){
if(typeof data[key3] !== "boolean"){
(vErrors ??= []).push({instancePath:instancePath+"/" + key3,keyword:"type"});
}
}
}
}
else {
(vErrors ??= []).push({instancePath,keyword:"type"});
}
validate54.errors = vErrors;
return vErrors === null;
}

export const Stage = validate55;
const pattern329 = new RegExp("^(?:x-[^]*|id|weight|soak|starts|ends|gate)$", "u");
const pattern330 = new RegExp("^(?:title|description|extends|audience|stickyBy|flag|run|owner|dashboard|runbook|ticket|notes)$", "u");
const pattern332 = new RegExp("^(?:regions|steps|metrics|approvers)$", "u");
const pattern334 = new RegExp("^(?:entryCriteria|successCriteria|abortCriteria|verify|communication|links)$", "u");

function validate55(data, {instancePath=""}={}){
let vErrors = null;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.id === undefined){
(vErrors ??= []).push({instancePath,keyword:"required",params:{missingProperty: "id"}});
}
for(const key0 in data){
if(!((((((((pattern329.test(key0)) || (pattern330.test(key0))) || (pattern248.test(key0))) || (pattern332.test(key0))) || (pattern297.test(key0))) || (pattern334.test(key0))) || (pattern301.test(key0))) || (pattern46.test(key0)))){
(vErrors ??= []).push({instancePath,keyword:"additionalProperties",params:{additionalProperty: key0}});
}
}
for(const key2 in data){
if(pattern330.test(key2)){
if(typeof data[key2] !== "string"){
(vErrors ??= []).push({instancePath:instancePath+"/" + key2,keyword:"type"});
}
}
}
for(const key3 in data){
if(pattern248.test(key3)){
let data1 = data[key3];
if(typeof data1 !== "string"){
(vErrors ??= []).push({instancePath:instancePath+"/" + key3,keyword:"type"});
}
if(!(((((((data1 === "development") || (data1 === "test")) || (data1 === "staging")) || (data1 === "pre-production")) || (data1 === "shadow")) || (data1 === "internal")) || (data1 === "production"))){
(vErrors ??= []).push({instancePath:instancePath+"/" + key3,keyword:"enum"});
}
}
}
for(const key4 in data){
if(pattern332.test(key4)){
let data2 = data[key4];
if(Array.isArray(data2)){
const len0 = data2.length;
for(let i0=0; i0<len0; i0++){
if(typeof data2[i0] !== "string"){
(vErrors ??= []).push({instancePath:instancePath+"/" + key4+"/" + i0,keyword:"type"});
}
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/" + key4,keyword:"type"});
}
}
}
for(const key5 in data){
if(pattern297.test(key5)){
let data4 = data[key5];
if(typeof data4 !== "string"){
(vErrors ??= []).push({instancePath:instancePath+"/" + key5,keyword:"type"});
}
if(!(((((((((((data4 === "requests") || (data4 === "users")) || (data4 === "accounts")) || (data4 === "tenants")) || (data4 === "sessions")) || (data4 === "hosts")) || (data4 === "devices")) || (data4 === "regions")) || (data4 === "clusters")) || (data4 === "shards")) || (data4 === "stores"))){
(vErrors ??= []).push({instancePath:instancePath+"/" + key5,keyword:"enum"});
}
}
}
for(const key6 in data){
if(pattern334.test(key6)){
if(!(Array.isArray(data[key6]))){
(vErrors ??= []).push({instancePath:instancePath+"/" + key6,keyword:"type"});
}
}
}
for(const key7 in data){
if(pattern301.test(key7)){
let data6 = data[key7];
if(typeof data6 !== "string"){
(vErrors ??= []).push({instancePath:instancePath+"/" + key7,keyword:"type"});
}
if(!(((data6 === "rollback") || (data6 === "pause")) || (data6 === "page"))){
(vErrors ??= []).push({instancePath:instancePath+"/" + key7,keyword:"enum"});
}
}
}
for(const key8 in data){
if(pattern46.test(key8)){
if(typeof data[key8] !== "boolean"){
(vErrors ??= []).push({instancePath:instancePath+"/" + key8,keyword:"type"});
}
}
}
}
else {
(vErrors ??= []).push({instancePath,keyword:"type"});
}
validate55.errors = vErrors;
return vErrors === null;
}

export const Step = validate56;
const pattern345 = new RegExp("^(?:x-[^]*|id|after|backup|up|down|locking|backfill|reconciliation|expected)$", "u");
const pattern346 = new RegExp("^(?:title|release|description|stage|flag|owner|ttlImpact|record|runbook|dashboard|ticket|notes)$", "u");
const pattern347 = new RegExp("^(?:phase)$", "u");
const pattern348 = new RegExp("^(?:kind)$", "u");
const pattern349 = new RegExp("^(?:reversible|done)$", "u");
const pattern350 = new RegExp("^(?:approvers|touches)$", "u");
const pattern352 = new RegExp("^(?:verify|stopWhen|links)$", "u");

function validate56(data, {instancePath=""}={}){
let vErrors = null;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.id === undefined){
(vErrors ??= []).push({instancePath,keyword:"required",params:{missingProperty: "id"}});
}
for(const key0 in data){
if(!((((((((pattern345.test(key0)) || (pattern346.test(key0))) || (pattern347.test(key0))) || (pattern348.test(key0))) || (pattern349.test(key0))) || (pattern350.test(key0))) || (pattern97.test(key0))) || (pattern352.test(key0)))){
(vErrors ??= []).push({instancePath,keyword:"additionalProperties",params:{additionalProperty: key0}});
}
}
for(const key2 in data){
if(pattern346.test(key2)){
if(typeof data[key2] !== "string"){
(vErrors ??= []).push({instancePath:instancePath+"/" + key2,keyword:"type"});
}
}
}
for(const key3 in data){
if(pattern347.test(key3)){
let data1 = data[key3];
if(typeof data1 !== "string"){
(vErrors ??= []).push({instancePath:instancePath+"/" + key3,keyword:"type"});
}
if(!(((data1 === "expand") || (data1 === "migrate")) || (data1 === "contract"))){
(vErrors ??= []).push({instancePath:instancePath+"/" + key3,keyword:"enum"});
}
}
}
for(const key4 in data){
if(pattern348.test(key4)){
let data2 = data[key4];
if(typeof data2 !== "string"){
(vErrors ??= []).push({instancePath:instancePath+"/" + key4,keyword:"type"});
}
if(!((((((((((((((((((data2 === "schema") || (data2 === "data")) || (data2 === "backfill")) || (data2 === "dual-write")) || (data2 === "shadow-read")) || (data2 === "switch-reads")) || (data2 === "switch-writes")) || (data2 === "code")) || (data2 === "config")) || (data2 === "flag")) || (data2 === "cache")) || (data2 === "key-value")) || (data2 === "topic")) || (data2 === "search-index")) || (data2 === "infrastructure")) || (data2 === "manual")) || (data2 === "verification")) || (data2 === "cleanup"))){
(vErrors ??= []).push({instancePath:instancePath+"/" + key4,keyword:"enum"});
}
}
}
for(const key5 in data){
if(pattern349.test(key5)){
if(typeof data[key5] !== "boolean"){
(vErrors ??= []).push({instancePath:instancePath+"/" + key5,keyword:"type"});
}
}
}
for(const key6 in data){
if(pattern350.test(key6)){
let data4 = data[key6];
if(Array.isArray(data4)){
const len0 = data4.length;
for(let i0=0; i0<len0; i0++){
if(typeof data4[i0] !== "string"){
(vErrors ??= []).push({instancePath:instancePath+"/" + key6+"/" + i0,keyword:"type"});
}
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/" + key6,keyword:"type"});
}
}
}
for(const key7 in data){
if(pattern97.test(key7)){
let data6 = data[key7];
if(typeof data6 !== "string"){
(vErrors ??= []).push({instancePath:instancePath+"/" + key7,keyword:"type"});
}
if(!(((((((((((((((((((data6 === "postgresql") || (data6 === "mysql")) || (data6 === "mariadb")) || (data6 === "sqlserver")) || (data6 === "oracle")) || (data6 === "sqlite")) || (data6 === "cockroachdb")) || (data6 === "yugabytedb")) || (data6 === "spanner")) || (data6 === "mongodb")) || (data6 === "dynamodb")) || (data6 === "cassandra")) || (data6 === "redis")) || (data6 === "elasticsearch")) || (data6 === "clickhouse")) || (data6 === "bigquery")) || (data6 === "snowflake")) || (data6 === "redshift")) || (data6 === "other"))){
(vErrors ??= []).push({instancePath:instancePath+"/" + key7,keyword:"enum"});
}
}
}
for(const key8 in data){
if(pattern352.test(key8)){
if(!(Array.isArray(data[key8]))){
(vErrors ??= []).push({instancePath:instancePath+"/" + key8,keyword:"type"});
}
}
}
}
else {
(vErrors ??= []).push({instancePath,keyword:"type"});
}
validate56.errors = vErrors;
return vErrors === null;
}

export const StepBackup = validate57;
const pattern361 = new RegExp("^(?:x-[^]*|ttl|restoreTime|verifiedOn|takenOn|size|rpo)$", "u");

function validate57(data, {instancePath=""}={}){
let vErrors = null;
if((typeof data !== "string") && (!(data && typeof data == "object" && !Array.isArray(data)))){
(vErrors ??= []).push({instancePath,keyword:"type"});
}
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!((((pattern361.test(key0)) || (pattern27.test(key0))) || (pattern28.test(key0))) || (pattern29.test(key0)))){
(vErrors ??= []).push({instancePath,keyword:"additionalProperties",params:{additionalProperty: key0}});
}
}
for(const key2 in data){
if(pattern27.test(key2)){
if(typeof data[key2] !== "string"){
(vErrors ??= []).push({instancePath:instancePath+"/" + key2,keyword:"type"});
}
}
}
for(const key3 in data){
if(pattern28.test(key3)){
let data1 = data[key3];
if(Array.isArray(data1)){
const len0 = data1.length;
for(let i0=0; i0<len0; i0++){
if(typeof data1[i0] !== "string"){
(vErrors ??= []).push({instancePath:instancePath+"/" + key3+"/" + i0,keyword:"type"});
}
}
}
else {
(vErrors ??= []).push({instancePath:instancePath+"/" + key3,keyword:"type"});
}
}
}
for(const key4 in data){
if(pattern29.test(key4)){
let data3 = data[key4];
if(typeof data3 !== "string"){
(vErrors ??= []).push({instancePath:instancePath+"/" + key4,keyword:"type"});
}
if(!((((((((data3 === "snapshot") || (data3 === "logical-dump")) || (data3 === "physical-copy")) || (data3 === "point-in-time")) || (data3 === "table-copy")) || (data3 === "export")) || (data3 === "replica")) || (data3 === "versioning"))){
(vErrors ??= []).push({instancePath:instancePath+"/" + key4,keyword:"enum"});
}
}
}
}
validate57.errors = vErrors;
return vErrors === null;
}

export const TimelineEntry = validate58;
const pattern369 = new RegExp("^(?:x-[^]*|at)$", "u");
const pattern370 = new RegExp("^(?:what)$", "u");

function validate58(data, {instancePath=""}={}){
let vErrors = null;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!((pattern369.test(key0)) || (pattern370.test(key0)))){
(vErrors ??= []).push({instancePath,keyword:"additionalProperties",params:{additionalProperty: key0}});
}
}
for(const key2 in data){
if(pattern370.test(key2)){
if(typeof data[key2] !== "string"){
(vErrors ??= []).push({instancePath:instancePath+"/" + key2,keyword:"type"});
}
}
}
}
else {
(vErrors ??= []).push({instancePath,keyword:"type"});
}
validate58.errors = vErrors;
return vErrors === null;
}

export const Usage = validate59;
const pattern373 = new RegExp("^(?:x-[^]*|until)$", "u");
const pattern374 = new RegExp("^(?:metric|query|notes)$", "u");

function validate59(data, {instancePath=""}={}){
let vErrors = null;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!((pattern373.test(key0)) || (pattern374.test(key0)))){
(vErrors ??= []).push({instancePath,keyword:"additionalProperties",params:{additionalProperty: key0}});
}
}
for(const key2 in data){
if(pattern374.test(key2)){
if(typeof data[key2] !== "string"){
(vErrors ??= []).push({instancePath:instancePath+"/" + key2,keyword:"type"});
}
}
}
}
else {
(vErrors ??= []).push({instancePath,keyword:"type"});
}
validate59.errors = vErrors;
return vErrors === null;
}

export const Validation = validate60;
const pattern378 = new RegExp("^(?:description|owner|notes)$", "u");
const pattern379 = new RegExp("^(?:smoke|functional|performance|compatibility|security|operations|data|documentation|cleanup|signOff|links)$", "u");

function validate60(data, {instancePath=""}={}){
let vErrors = null;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!(((pattern50.test(key0)) || (pattern378.test(key0))) || (pattern379.test(key0)))){
(vErrors ??= []).push({instancePath,keyword:"additionalProperties",params:{additionalProperty: key0}});
}
}
for(const key2 in data){
if(pattern378.test(key2)){
if(typeof data[key2] !== "string"){
(vErrors ??= []).push({instancePath:instancePath+"/" + key2,keyword:"type"});
}
}
}
for(const key3 in data){
if(pattern379.test(key3)){
if(!(Array.isArray(data[key3]))){
(vErrors ??= []).push({instancePath:instancePath+"/" + key3,keyword:"type"});
}
}
}
}
else {
(vErrors ??= []).push({instancePath,keyword:"type"});
}
validate60.errors = vErrors;
return vErrors === null;
}

export const Verification = validate61;
const pattern384 = new RegExp("^(?:check|run|sql|expect|owner|link|notes)$", "u");

function validate61(data, {instancePath=""}={}){
let vErrors = null;
if((typeof data !== "string") && (!(data && typeof data == "object" && !Array.isArray(data)))){
(vErrors ??= []).push({instancePath,keyword:"type"});
}
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!(((pattern50.test(key0)) || (pattern384.test(key0))) || (pattern46.test(key0)))){
(vErrors ??= []).push({instancePath,keyword:"additionalProperties",params:{additionalProperty: key0}});
}
}
for(const key2 in data){
if(pattern384.test(key2)){
if(typeof data[key2] !== "string"){
(vErrors ??= []).push({instancePath:instancePath+"/" + key2,keyword:"type"});
}
}
}
for(const key3 in data){
if(pattern46.test(key3)){
if(typeof data[key3] !== "boolean"){
(vErrors ??= []).push({instancePath:instancePath+"/" + key3,keyword:"type"});
}
}
}
}
validate61.errors = vErrors;
return vErrors === null;
}

export const Version = validate62;
const pattern390 = new RegExp("^(?:component|from|to|artifact|owner|link|notes)$", "u");

function validate62(data, {instancePath=""}={}){
let vErrors = null;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.component === undefined){
(vErrors ??= []).push({instancePath,keyword:"required",params:{missingProperty: "component"}});
}
for(const key0 in data){
if(!(((pattern50.test(key0)) || (pattern390.test(key0))) || (pattern348.test(key0)))){
(vErrors ??= []).push({instancePath,keyword:"additionalProperties",params:{additionalProperty: key0}});
}
}
for(const key2 in data){
if(pattern390.test(key2)){
if(typeof data[key2] !== "string"){
(vErrors ??= []).push({instancePath:instancePath+"/" + key2,keyword:"type"});
}
}
}
for(const key3 in data){
if(pattern348.test(key3)){
let data1 = data[key3];
if(typeof data1 !== "string"){
(vErrors ??= []).push({instancePath:instancePath+"/" + key3,keyword:"type"});
}
if(!(((((((((((data1 === "service") || (data1 === "client")) || (data1 === "library")) || (data1 === "schema")) || (data1 === "api")) || (data1 === "database")) || (data1 === "tool")) || (data1 === "image")) || (data1 === "config")) || (data1 === "infrastructure")) || (data1 === "job"))){
(vErrors ??= []).push({instancePath:instancePath+"/" + key3,keyword:"enum"});
}
}
}
}
else {
(vErrors ??= []).push({instancePath,keyword:"type"});
}
validate62.errors = vErrors;
return vErrors === null;
}


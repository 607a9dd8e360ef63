(() => {
  var __typeError = (msg) => {
    throw TypeError(msg);
  };
  var __accessCheck = (obj, member, msg) => member.has(obj) || __typeError("Cannot " + msg);
  var __privateGet = (obj, member, getter) => (__accessCheck(obj, member, "read from private field"), getter ? getter.call(obj) : member.get(obj));
  var __privateAdd = (obj, member, value) => member.has(obj) ? __typeError("Cannot add the same private member more than once") : member instanceof WeakSet ? member.add(obj) : member.set(obj, value);
  var __privateSet = (obj, member, value, setter) => (__accessCheck(obj, member, "write to private field"), setter ? setter.call(obj, value) : member.set(obj, value), value);

  // app/src/main/resources/static/lib/noble.js
  var __defProp = Object.defineProperty;
  var __defNormalProp = (obj, key, value) => key in obj ? __defProp(obj, key, { enumerable: true, configurable: true, writable: true, value }) : obj[key] = value;
  var __publicField = (obj, key, value) => __defNormalProp(obj, typeof key !== "symbol" ? key + "" : key, value);
  function isBytes(a) {
    return a instanceof Uint8Array || ArrayBuffer.isView(a) && a.constructor.name === "Uint8Array" && "BYTES_PER_ELEMENT" in a && a.BYTES_PER_ELEMENT === 1;
  }
  var atitle = (title) => title ? `"${title}" ` : "";
  function anumber(n, title = "") {
    if (typeof n !== "number") throw new TypeError(atitle(title) + "expected number, got " + typeof n);
    if (!Number.isSafeInteger(n) || n < 0) throw new RangeError(atitle(title) + "expected integer >= 0, got " + n);
    return n;
  }
  function abytes(value, length, title = "") {
    if (isBytes(value) && (length === void 0 || value.length === length)) return value;
    if (length !== void 0) anumber(length, "length");
    const bytes2 = isBytes(value);
    const ofLen = length !== void 0 ? ` of length ${length}` : "";
    const got = bytes2 ? `length=${value.length}` : `type=${typeof value}`;
    const message = atitle(title) + "expected Uint8Array" + ofLen + ", got " + got;
    if (!bytes2) throw new TypeError(message);
    throw new RangeError(message);
  }
  var aobject = (value, label) => {
    if (value === null || typeof value !== "object" || Array.isArray(value)) throw new TypeError((label === "object" ? "" : `"${label}" `) + "expected object, got type=" + typeof value);
  };
  var aopts = (value, label) => {
    aobject(value, label);
    const proto = Object.getPrototypeOf(value);
    if (proto !== Object.prototype && proto !== null) throw new TypeError(`"${label}" expected plain object`);
    if (Object.hasOwn(value, "__proto__")) throw new TypeError(`"${label}.__proto__" is not allowed`);
  };
  function aexists(instance, checkFinished = true) {
    if (instance.destroyed) throw new Error("hash was destroyed");
    if (checkFinished && instance.finished) throw new Error("digest() was already called");
  }
  function aoutput(out, instance) {
    abytes(out, void 0, "output");
    const min = instance.outputLen;
    if (!(out.length >= min)) {
      throw new RangeError('"output" expected length >= ' + min);
    }
  }
  function clean(...arrays) {
    for (let i = 0; i < arrays.length; i++) {
      arrays[i].fill(0);
    }
  }
  function createView(arr) {
    return new DataView(arr.buffer, arr.byteOffset, arr.byteLength);
  }
  function rotr(word, shift) {
    return word << 32 - shift | word >>> shift;
  }
  var hasHexBuiltin = (() => typeof Uint8Array.from([]).toHex === "function" && typeof Uint8Array.fromHex === "function")();
  var hexes = Array.from({ length: 256 }, (_, i) => i.toString(16).padStart(2, "0"));
  function bytesToHex(bytes2) {
    abytes(bytes2);
    if (hasHexBuiltin) return bytes2.toHex();
    let hex2 = "";
    for (let i = 0; i < bytes2.length; i++) {
      hex2 += hexes[bytes2[i]];
    }
    return hex2;
  }
  function asciiToBase16(ch) {
    return ch >= 48 && ch <= 57 ? ch - 48 : ch >= 65 && ch <= 70 ? ch - (65 - 10) : ch >= 97 && ch <= 102 ? ch - (97 - 10) : void 0;
  }
  function hexToBytes(hex2) {
    if (typeof hex2 !== "string") throw new TypeError("hex string expected, got " + typeof hex2);
    if (hasHexBuiltin) {
      try {
        return Uint8Array.fromHex(hex2);
      } catch (error) {
        if (error instanceof SyntaxError) throw new RangeError(error.message);
        throw error;
      }
    }
    const hl = hex2.length;
    const al = hl / 2;
    if (hl % 2) throw new RangeError("hex string expected, got unpadded hex of length " + hl);
    const array = new Uint8Array(al);
    for (let ai = 0, hi = 0; ai < al; ai++, hi += 2) {
      const n1 = asciiToBase16(hex2.charCodeAt(hi));
      const n2 = asciiToBase16(hex2.charCodeAt(hi + 1));
      if (n1 === void 0 || n2 === void 0) {
        const char = hex2[hi] + hex2[hi + 1];
        throw new RangeError('hex string expected, got non-hex character "' + char + '" at index ' + hi);
      }
      array[ai] = n1 * 16 + n2;
    }
    return array;
  }
  function concatBytes(...arrays) {
    let sum = 0;
    for (let i = 0; i < arrays.length; i++) {
      const a = arrays[i];
      abytes(a);
      sum += a.length;
    }
    const res = new Uint8Array(sum);
    for (let i = 0, pad = 0; i < arrays.length; i++) {
      const a = arrays[i];
      res.set(a, pad);
      pad += a.length;
    }
    return res;
  }
  function checkOpts(defaults, opts, title = "opts") {
    aopts(defaults, "defaults");
    if (opts !== void 0) aopts(opts, title);
    const merged = Object.assign(/* @__PURE__ */ Object.create(null), defaults, opts);
    return merged;
  }
  function createHasher(hashCons, info = {}) {
    if (typeof hashCons !== "function") throw new TypeError('"hashCons" expected function, got type=' + typeof hashCons);
    info = checkOpts({}, info, "info");
    const hashC = (msg, opts) => hashCons(opts).update(msg).digest();
    const tmp = hashCons(void 0);
    hashC.outputLen = tmp.outputLen;
    hashC.blockLen = tmp.blockLen;
    hashC.canXOF = tmp.canXOF;
    hashC.create = (opts) => hashCons(opts);
    Object.assign(hashC, info);
    return Object.freeze(hashC);
  }
  function randomBytes(bytesLength = 32) {
    anumber(bytesLength, "bytesLength");
    const cr = typeof globalThis === "object" ? globalThis.crypto : null;
    if (typeof cr?.getRandomValues !== "function") throw new Error("crypto.getRandomValues must be defined");
    if (bytesLength > 65536) throw new RangeError(`"bytesLength" expected <= 65536, got ${bytesLength}`);
    return cr.getRandomValues(new Uint8Array(bytesLength));
  }
  var oidNist = (suffix) => ({ oid: Uint8Array.from([6, 9, 96, 134, 72, 1, 101, 3, 4, 2, suffix]) });
  /*! noble-curves - MIT License (c) 2022 Paul Miller (paulmillr.com) */
  function aarray(item, title, inner = () => {
  }) {
    if (!Array.isArray(item)) throw new TypeError(`"${title}" expected array, got type=${typeof item}`);
    for (let i = 0; i < item.length; i++) inner(item[i], `${title}[${i}]`);
    return item;
  }
  var abytes2 = (value, length, title) => abytes(value, length, title);
  var anumber2 = anumber;
  function aobject2(value, title = "object") {
    if (value === null || typeof value !== "object" || Array.isArray(value)) throw new TypeError(title === "object" ? "expected valid options object" : `"${title}" expected object, got type=${typeof value}`);
    return value;
  }
  function afunction(value, title) {
    if (typeof value !== "function") throw new TypeError(`"${title}" is invalid: expected function, got ${typeof value}`);
    return value;
  }
  var bytesToHex2 = bytesToHex;
  var concatBytes2 = (...arrays) => concatBytes(...arrays);
  var hexToBytes2 = (hex2) => hexToBytes(hex2);
  var isBytes2 = isBytes;
  var randomBytes2 = (bytesLength) => randomBytes(bytesLength);
  var _0n = BigInt(0);
  var _1n = BigInt(1);
  var atitle2 = (title) => title ? `"${title}" ` : "";
  function abool(value, title = "") {
    if (typeof value !== "boolean") throw new TypeError(atitle2(title) + "expected boolean, got type=" + typeof value);
    return value;
  }
  function abignumber(n) {
    if (typeof n === "bigint") {
      if (!isPosBig(n)) throw new RangeError("positive bigint expected, got " + n);
    } else anumber2(n);
    return n;
  }
  function asafenumber(value, title = "") {
    if (typeof value !== "number") {
      const prefix = title && `"${title}" `;
      throw new TypeError(prefix + "expected number, got type=" + typeof value);
    }
    if (!Number.isSafeInteger(value)) {
      const prefix = title && `"${title}" `;
      throw new RangeError(prefix + "expected safe integer, got " + value);
    }
  }
  function hexToNumber(hex2) {
    if (typeof hex2 !== "string") throw new TypeError("hex string expected, got " + typeof hex2);
    return hex2 === "" ? _0n : BigInt("0x" + hex2);
  }
  function bytesToNumberBE(bytes2) {
    return hexToNumber(bytesToHex(bytes2));
  }
  function bytesToNumberLE(bytes2) {
    return hexToNumber(bytesToHex(copyBytes(abytes(bytes2)).reverse()));
  }
  function numberToBytesBE(n, len) {
    anumber(len);
    if (len === 0) throw new Error("zero output length is invalid");
    n = abignumber(n);
    const expectedLen = len * 2;
    const hex2 = n.toString(16);
    if (hex2.length > expectedLen) throw new RangeError("number is too large");
    return hexToBytes(hex2.padStart(expectedLen, "0"));
  }
  function numberToBytesLE(n, len) {
    return numberToBytesBE(n, len).reverse();
  }
  function copyBytes(bytes2) {
    return Uint8Array.from(abytes2(bytes2));
  }
  function isPosBig(n) {
    return typeof n === "bigint" && _0n <= n;
  }
  function inRange(n, min, max) {
    return isPosBig(n) && isPosBig(min) && isPosBig(max) && min <= n && n < max;
  }
  function aInRange(title, n, min, max) {
    if (!inRange(n, min, max)) throw new RangeError("expected valid " + title + ": " + min + " <= n < " + max + ", got " + n);
  }
  function bitLen(n) {
    if (n < _0n) throw new Error("expected non-negative bigint, got " + n);
    return n === _0n ? 0 : n.toString(2).length;
  }
  var bitMask = (n) => {
    asafenumber(n, "n");
    return (_1n << BigInt(n)) - _1n;
  };
  function validateObject(object, fields = {}, optFields = {}, title = "object") {
    aobject2(object, title);
    aobject2(fields, "fields");
    aobject2(optFields, "optFields");
    function checkField(fieldName, expectedType, isOpt) {
      const label = title === "object" ? `param "${String(fieldName)}"` : `"${title}.${String(fieldName)}"`;
      const val = object[fieldName];
      if (!Object.hasOwn(object, fieldName) && (isOpt ? val !== void 0 : expectedType !== "function")) {
        throw new TypeError(`${label} is invalid: expected own property`);
      }
      if (isOpt && val === void 0) return;
      const current = typeof val;
      if (current !== expectedType || val === null) throw new TypeError(`${label} is invalid: expected ${expectedType}, got ${current}`);
    }
    const iter = (f, isOpt) => Object.entries(f).forEach(([k, v]) => checkField(k, v, isOpt));
    iter(fields, false);
    iter(optFields, true);
  }
  /*! noble-curves - MIT License (c) 2022 Paul Miller (paulmillr.com) */
  var _0n2 = BigInt(0);
  var _1n2 = BigInt(1);
  var _2n = BigInt(2);
  var _3n = BigInt(3);
  var _4n = BigInt(4);
  var _5n = BigInt(5);
  var _7n = BigInt(7);
  var _8n = BigInt(8);
  var _9n = BigInt(9);
  var _15n = BigInt(15);
  var _16n = BigInt(16);
  var POW_WINDOWED_MIN = BigInt("0x10000000000000000");
  function mod(a, b) {
    if (b <= _0n2) throw new Error("mod: expected positive modulus, got " + b);
    const result = a % b;
    return result >= _0n2 ? result : b + result;
  }
  function pow(num, power2, modulo) {
    if (modulo <= _1n2) throw new Error("pow: expected modulus > 1, got " + modulo);
    if (typeof power2 !== "bigint") throw new TypeError("invalid exponent: expected bigint, got " + typeof power2);
    if (power2 < _0n2) throw new Error("invalid exponent, negatives unsupported");
    if (power2 === _0n2) return _1n2;
    if (power2 === _1n2) return num;
    let d = num % modulo;
    if (d < _0n2) d += modulo;
    if (power2 < POW_WINDOWED_MIN) {
      let p2 = _1n2;
      while (power2 > _0n2) {
        if (power2 & _1n2) p2 = p2 * d % modulo;
        d = d * d % modulo;
        power2 >>= _1n2;
      }
      return p2;
    }
    const digits2 = [];
    while (power2 > _0n2) {
      digits2.push(Number(power2 & _15n));
      power2 >>= _4n;
    }
    const table = new Array(16);
    table[0] = _1n2;
    table[1] = d;
    for (let i = 2; i < 16; i++) table[i] = table[i - 1] * d % modulo;
    let p = table[digits2[digits2.length - 1]];
    for (let w = digits2.length - 2; w >= 0; w--) {
      p = p * p % modulo;
      p = p * p % modulo;
      p = p * p % modulo;
      p = p * p % modulo;
      const digit = digits2[w];
      if (digit !== 0) p = p * table[digit] % modulo;
    }
    return p;
  }
  function pow2(x, power2, modulo) {
    if (modulo <= _1n2) throw new Error("pow2: expected modulus > 1, got " + modulo);
    if (power2 < _0n2) throw new Error("pow2: expected non-negative exponent, got " + power2);
    let res = x;
    while (power2-- > _0n2) {
      res *= res;
      res %= modulo;
    }
    return res;
  }
  function invert(number, modulo) {
    if (number === _0n2) throw new Error("invert: expected non-zero number");
    if (modulo <= _1n2) throw new Error("invert: expected modulus > 1, got " + modulo);
    let a = mod(number, modulo);
    let b = modulo;
    let x = _0n2, u = _1n2;
    while (a !== _0n2) {
      const q = b / a;
      const r = b - a * q;
      const m = x - u * q;
      b = a, a = r, x = u, u = m;
    }
    const gcd = b;
    if (gcd !== _1n2) throw new Error("invert: does not exist");
    return mod(x, modulo);
  }
  function assertIsSquare(Fp2, root, n) {
    const F = Fp2;
    if (!F.eql(F.sqr(root), n)) throw new Error("Cannot find square root");
  }
  function aoddModulus(order, fnName) {
    if ((order & _1n2) === _0n2) throw new Error(fnName + ": expected odd modulus, got " + order);
  }
  function sqrt3mod4(Fp2, n) {
    const F = Fp2;
    const p1div4 = (F.ORDER + _1n2) / _4n;
    const root = F.pow(n, p1div4);
    assertIsSquare(F, root, n);
    return root;
  }
  function sqrt5mod8(Fp2, n) {
    const F = Fp2;
    const p5div8 = (F.ORDER - _5n) / _8n;
    const n2 = F.mul(n, _2n);
    const v = F.pow(n2, p5div8);
    const nv = F.mul(n, v);
    const i = F.mul(F.mul(nv, _2n), v);
    const root = F.mul(nv, F.sub(i, F.ONE));
    assertIsSquare(F, root, n);
    return root;
  }
  function sqrt9mod16(P) {
    const Fp_ = Field(P);
    const tn = tonelliShanks(P);
    const c1 = tn(Fp_, Fp_.neg(Fp_.ONE));
    const c2 = tn(Fp_, c1);
    const c3 = tn(Fp_, Fp_.neg(c1));
    const c4 = (P + _7n) / _16n;
    return ((Fp2, n) => {
      const F = Fp2;
      let tv1 = F.pow(n, c4);
      let tv2 = F.mul(tv1, c1);
      const tv3 = F.mul(tv1, c2);
      const tv4 = F.mul(tv1, c3);
      const e1 = F.eql(F.sqr(tv2), n);
      const e2 = F.eql(F.sqr(tv3), n);
      tv1 = F.cmov(tv1, tv2, e1);
      tv2 = F.cmov(tv4, tv3, e2);
      const e3 = F.eql(F.sqr(tv2), n);
      const root = F.cmov(tv1, tv2, e3);
      assertIsSquare(F, root, n);
      return root;
    });
  }
  function tonelliShanks(P) {
    if (P < _3n) throw new Error("sqrt is not defined for small field");
    aoddModulus(P, "tonelliShanks");
    let Q2 = P - _1n2;
    let S = 0;
    while (Q2 % _2n === _0n2) {
      Q2 /= _2n;
      S++;
    }
    let Z = _2n;
    const _Fp = Field(P);
    while (FpLegendre(_Fp, Z) === 1) {
      if (Z++ > 1e3) throw new Error("Cannot find square root: probably non-prime P");
    }
    if (S === 1) return sqrt3mod4;
    let cc = _Fp.pow(Z, Q2);
    const Q1div2 = (Q2 + _1n2) / _2n;
    return function tonelliSlow(Fp2, n) {
      const F = Fp2;
      if (F.is0(n)) return n;
      if (FpLegendre(F, n) !== 1) throw new Error("Cannot find square root");
      let M = S;
      let c = F.mul(F.ONE, cc);
      let t = F.pow(n, Q2);
      let R = F.pow(n, Q1div2);
      while (!F.eql(t, F.ONE)) {
        if (F.is0(t)) throw new Error("Cannot find square root: probably non-prime P");
        let i = 1;
        let t_tmp = F.sqr(t);
        while (!F.eql(t_tmp, F.ONE)) {
          i++;
          t_tmp = F.sqr(t_tmp);
          if (i === M) throw new Error("Cannot find square root");
        }
        const exponent2 = _1n2 << BigInt(M - i - 1);
        const b = F.pow(c, exponent2);
        M = i;
        c = F.sqr(b);
        t = F.mul(t, c);
        R = F.mul(R, b);
      }
      return R;
    };
  }
  function FpSqrt(P) {
    aoddModulus(P, "Fp.sqrt");
    if (P % _4n === _3n) return sqrt3mod4;
    if (P % _8n === _5n) return sqrt5mod8;
    if (P % _16n === _9n) return sqrt9mod16(P);
    return tonelliShanks(P);
  }
  var isNegativeLE = (num, modulo) => (mod(num, modulo) & _1n2) === _1n2;
  var FIELD_FIELDS = ["create", "isValid", "is0", "neg", "inv", "sqrt", "sqr", "eql", "add", "sub", "mul", "pow", "div", "addN", "subN", "mulN", "sqrN"];
  function validateField(field) {
    aobject2(field, "field");
    if (typeof field.ORDER !== "bigint") throw new TypeError('param "ORDER" is invalid: expected bigint, got ' + typeof field.ORDER);
    asafenumber(field.BYTES, "BYTES");
    asafenumber(field.BITS, "BITS");
    for (const name of FIELD_FIELDS) afunction(field[name], "field." + name);
    if (field.BYTES < 1 || field.BITS < 1) throw new Error("invalid field: expected BYTES/BITS > 0");
    if (field.ORDER <= _1n2) throw new Error("invalid field: expected ORDER > 1, got " + field.ORDER);
    return field;
  }
  function FpInvertBatch(Fp2, nums, passZero = false) {
    validateField(Fp2);
    aarray(nums, "nums");
    abool(passZero, "passZero");
    const F = Fp2;
    const inverted = new Array(nums.length).fill(passZero ? F.ZERO : void 0);
    const multipliedAcc = nums.reduce((acc, num, i) => {
      if (F.is0(num)) return acc;
      inverted[i] = acc;
      return F.mul(acc, num);
    }, F.ONE);
    const invertedAcc = F.inv(multipliedAcc);
    nums.reduceRight((acc, num, i) => {
      if (F.is0(num)) return acc;
      inverted[i] = F.mul(acc, inverted[i]);
      return F.mul(acc, num);
    }, invertedAcc);
    return inverted;
  }
  function FpLegendre(Fp2, n) {
    validateField(Fp2);
    const F = Fp2;
    aoddModulus(F.ORDER, "FpLegendre");
    const p1mod2 = (F.ORDER - _1n2) / _2n;
    const powered = F.pow(n, p1mod2);
    const yes = F.eql(powered, F.ONE);
    const zero = F.eql(powered, F.ZERO);
    const no = F.eql(powered, F.neg(F.ONE));
    if (!yes && !zero && !no) throw new Error("invalid Legendre symbol result");
    return yes ? 1 : zero ? 0 : -1;
  }
  function nLength(n, nBitLength) {
    if (nBitLength !== void 0) anumber2(nBitLength);
    if (n <= _0n2) throw new Error("invalid n length: expected positive n, got " + n);
    if (nBitLength !== void 0 && nBitLength < 1) throw new Error("invalid n length: expected positive bit length, got " + nBitLength);
    const bits = bitLen(n);
    if (nBitLength !== void 0 && nBitLength < bits) throw new Error(`invalid n length: expected nBitLength (${nBitLength}) >= bitLen(n) (${bits})`);
    const _nBitLength = nBitLength !== void 0 ? nBitLength : bits;
    const nByteLength = Math.ceil(_nBitLength / 8);
    return { nBitLength: _nBitLength, nByteLength };
  }
  var FIELD_SQRT = /* @__PURE__ */ new WeakMap();
  var _Field = class {
    constructor(ORDER, opts = {}) {
      __publicField(this, "ORDER");
      __publicField(this, "BITS");
      __publicField(this, "BYTES");
      __publicField(this, "isLE");
      __publicField(this, "ZERO", _0n2);
      __publicField(this, "ONE", _1n2);
      __publicField(this, "_lengths");
      __publicField(this, "_mod");
      if (ORDER <= _1n2) throw new Error("invalid field: expected ORDER > 1, got " + ORDER);
      let _nbitLength = void 0;
      this.isLE = false;
      if (opts != null && typeof opts === "object") {
        if (typeof opts.BITS === "number") _nbitLength = opts.BITS;
        if (typeof opts.sqrt === "function") Object.defineProperty(this, "sqrt", { value: opts.sqrt, enumerable: true });
        if (typeof opts.isLE === "boolean") this.isLE = opts.isLE;
        if (opts.allowedLengths) this._lengths = Object.freeze(opts.allowedLengths.slice());
        if (typeof opts.modFromBytes === "boolean") this._mod = opts.modFromBytes;
      }
      const { nBitLength, nByteLength } = nLength(ORDER, _nbitLength);
      if (nByteLength > 2048) throw new Error("invalid field: expected ORDER of <= 2048 bytes");
      this.ORDER = ORDER;
      this.BITS = nBitLength;
      this.BYTES = nByteLength;
      Object.freeze(this);
    }
    create(num) {
      return mod(num, this.ORDER);
    }
    isValid(num) {
      if (typeof num !== "bigint") throw new TypeError("invalid field element: expected bigint, got " + typeof num);
      return _0n2 <= num && num < this.ORDER;
    }
    is0(num) {
      return num === _0n2;
    }
    isValidNot0(num) {
      return !this.is0(num) && this.isValid(num);
    }
    isOdd(num) {
      return (num & _1n2) === _1n2;
    }
    neg(num) {
      return mod(-num, this.ORDER);
    }
    eql(lhs, rhs) {
      return lhs === rhs;
    }
    sqr(num) {
      return mod(num * num, this.ORDER);
    }
    add(lhs, rhs) {
      return mod(lhs + rhs, this.ORDER);
    }
    sub(lhs, rhs) {
      return mod(lhs - rhs, this.ORDER);
    }
    mul(lhs, rhs) {
      return mod(lhs * rhs, this.ORDER);
    }
    pow(num, power2) {
      return pow(num, power2, this.ORDER);
    }
    div(lhs, rhs) {
      return mod(lhs * invert(rhs, this.ORDER), this.ORDER);
    }
    sqrN(num) {
      return num * num;
    }
    addN(lhs, rhs) {
      return lhs + rhs;
    }
    subN(lhs, rhs) {
      return lhs - rhs;
    }
    mulN(lhs, rhs) {
      return lhs * rhs;
    }
    inv(num) {
      return invert(num, this.ORDER);
    }
    sqrt(num) {
      let sqrt = FIELD_SQRT.get(this);
      if (!sqrt) FIELD_SQRT.set(this, sqrt = FpSqrt(this.ORDER));
      return sqrt(this, num);
    }
    toBytes(num) {
      return this.isLE ? numberToBytesLE(num, this.BYTES) : numberToBytesBE(num, this.BYTES);
    }
    fromBytes(bytes2, skipValidation = false) {
      abytes2(bytes2);
      const { _lengths: allowedLengths, BYTES, isLE, ORDER, _mod: modFromBytes } = this;
      if (allowedLengths) {
        if (bytes2.length < 1 || !allowedLengths.includes(bytes2.length) || bytes2.length > BYTES) {
          throw new Error("Field.fromBytes: expected " + allowedLengths + " bytes, got " + bytes2.length);
        }
        const padded = new Uint8Array(BYTES);
        padded.set(bytes2, isLE ? 0 : padded.length - bytes2.length);
        bytes2 = padded;
      }
      if (bytes2.length !== BYTES) throw new Error("Field.fromBytes: expected " + BYTES + " bytes, got " + bytes2.length);
      let scalar2 = isLE ? bytesToNumberLE(bytes2) : bytesToNumberBE(bytes2);
      if (modFromBytes) scalar2 = mod(scalar2, ORDER);
      if (!skipValidation) {
        if (!this.isValid(scalar2)) throw new Error("invalid field element: outside of range 0..ORDER");
      }
      return scalar2;
    }
    invertBatch(lst) {
      return FpInvertBatch(this, lst, true);
    }
    cmov(a, b, condition) {
      abool(condition, "condition");
      return condition ? b : a;
    }
  };
  function Field(ORDER, opts = {}) {
    Object.freeze(_Field.prototype);
    return new _Field(ORDER, opts);
  }
  /*! noble-curves - MIT License (c) 2022 Paul Miller (paulmillr.com) */
  var _0n3 = BigInt(0);
  var _1n3 = BigInt(1);
  var _4n2 = BigInt(4);
  var BLIND_BYTES = 16;
  var BLIND_BITS = 128;
  var FW_WINDOW = 5;
  var TABLE_BYTES_MAX = (() => 2 ** 31)();
  function validatePointCons(Point2) {
    const pc = Point2;
    if (typeof pc !== "function") throw new TypeError('"Point" expected constructor, got type=' + typeof Point2);
    afunction(pc.fromAffine, "Point.fromAffine");
    afunction(pc.fromBytes, "Point.fromBytes");
    afunction(pc.fromHex, "Point.fromHex");
    aobject2(pc.BASE, "Point.BASE");
    aobject2(pc.ZERO, "Point.ZERO");
    validateField(pc.Fp);
    validateField(pc.Fn);
  }
  function normalizeZ(c, points) {
    validatePointCons(c);
    validateMSMPoints(points, c);
    const invertedZs = FpInvertBatch(c.Fp, points.map((p) => p.Z));
    return points.map((p, i) => c.fromAffine(p.toAffine(invertedZs[i])));
  }
  function validateW(W, bits, min = 1) {
    if (!Number.isSafeInteger(W) || W < min || W > bits) throw new Error("invalid window size, expected [" + min + ".." + bits + "], got W=" + W);
  }
  function validateTableBytes(numPoints, fpBytes) {
    const bytes2 = numPoints * (4 * fpBytes + 128);
    if (bytes2 > TABLE_BYTES_MAX) throw new Error("invalid window size: table would need ~" + Math.ceil(bytes2 / 2 ** 20) + " MiB, max " + TABLE_BYTES_MAX / 2 ** 20 + " MiB");
  }
  function probeRandomBytes(randomBytes3, length) {
    if (randomBytes3 === void 0) return void 0;
    afunction(randomBytes3, "randomBytes");
    try {
      const probe = randomBytes3(length);
      if (!isBytes2(probe) || probe.length !== length) return void 0;
    } catch {
      return void 0;
    }
    return randomBytes3;
  }
  function validateMSMPoints(points, c) {
    aarray(points, "points");
    points.forEach((p, i) => {
      if (!(p instanceof c)) throw new Error("invalid point at index " + i);
    });
  }
  function validateMSMScalars(scalars, field, maxScalar) {
    if (!Array.isArray(scalars)) throw new Error("array of scalars expected");
    scalars.forEach((s, i) => {
      const ok = maxScalar === void 0 ? field.isValid(s) : isPosBig(s) && s < maxScalar;
      if (!ok) throw new Error("invalid scalar at index " + i);
    });
  }
  var pointWindowSizes = /* @__PURE__ */ new WeakMap();
  function getWindowSize(P) {
    return pointWindowSizes.get(P) || 1;
  }
  function oddMultiples(p, size) {
    const dbl = p.double();
    const t = [p];
    for (let j = 1; j < size; j++) t.push(t[j - 1].add(dbl));
    return t;
  }
  function wnafDigits(n, W) {
    const size = 2 ** W;
    const half = size / 2;
    const mask = BigInt(size - 1);
    const d = [];
    while (n > _0n3) {
      let w = 0;
      if (n & _1n3) {
        w = Number(n & mask);
        if (w >= half) w -= size;
        n -= BigInt(w);
      }
      d.push(w);
      n >>= _1n3;
    }
    return d;
  }
  function signedWindowDigits(n, W, windows) {
    const size = 2 ** W;
    const half = size / 2;
    const mask = BigInt(size - 1);
    const shiftBy = BigInt(W);
    const d = [];
    for (let w = 0; w < windows; w++) {
      let v = Number(n & mask);
      n >>= shiftBy;
      if (v > half) {
        v -= size;
        n += _1n3;
      }
      d.push(v);
    }
    if (n !== _0n3) throw new Error("invalid wnaf");
    return d;
  }
  function wnafWalk(zero, tables, digits2) {
    let max = 0;
    for (const d of digits2) max = Math.max(max, d.length);
    let acc = zero;
    for (let bit = max - 1; bit >= 0; bit--) {
      if (bit !== max - 1) acc = acc.double();
      for (let i = 0; i < digits2.length; i++) {
        const w = digits2[i][bit];
        if (w) {
          const item = tables[i][Math.abs(w) - 1 >> 1];
          acc = acc.add(w < 0 ? item.negate() : item);
        }
      }
    }
    return acc;
  }
  var ScalarMultiplier = class {
    constructor(Point2, randomBytes3) {
      __publicField(this, "Point");
      __publicField(this, "BASE");
      __publicField(this, "ZERO");
      __publicField(this, "randomBytes");
      __publicField(this, "wnafPrecomputes", /* @__PURE__ */ new WeakMap());
      __publicField(this, "baseCanBeBlinded");
      __publicField(this, "bits");
      validatePointCons(Point2);
      this.randomBytes = probeRandomBytes(randomBytes3, BLIND_BYTES);
      this.Point = Point2;
      this.BASE = Point2.BASE;
      this.ZERO = Point2.ZERO;
      this.bits = Point2.Fn.BITS;
    }
    buildWnafTable(point, W, bits) {
      const windows = Math.ceil(bits / W) + 1;
      const half = 2 ** (W - 1);
      const comp = [];
      let base = point;
      for (let w = 0; w < windows; w++) {
        let acc = base;
        for (let i = 0; i < half; i++) {
          comp.push(acc);
          acc = acc.add(base);
        }
        base = comp[comp.length - 1].double();
      }
      return { W, bits, windows, comp };
    }
    wnafCachedCT(precomputes, n) {
      const { W, windows, comp } = precomputes;
      const half = 2 ** (W - 1);
      const digits2 = signedWindowDigits(n, W, windows);
      let p = this.ZERO;
      let f = this.BASE;
      for (let w = 0; w < windows; w++) {
        const digit = digits2[w];
        const start = w * half;
        const idx = Math.abs(digit) - 1;
        let sel = comp[start];
        for (let i = 1; i < half; i++) sel = i === idx ? comp[start + i] : sel;
        const neg = sel.negate();
        if (digit === 0) f = f.add(comp[start]);
        else p = p.add(digit < 0 ? neg : sel);
      }
      return { p, f };
    }
    getWnafPrecomputes(W, point, bits, transform) {
      let entries = this.wnafPrecomputes.get(point);
      let comp = entries?.find((entry) => entry.W === W && entry.bits === bits);
      if (!comp) {
        comp = this.buildWnafTable(point, W, bits);
        if (typeof transform === "function") comp = { ...comp, comp: transform(comp.comp) };
        if (!entries) {
          entries = [];
          this.wnafPrecomputes.set(point, entries);
        }
        entries.push(comp);
      }
      return comp;
    }
    assertPoint(point) {
      if (!(point instanceof this.Point)) throw new TypeError('"point" expected Point instance, got type=' + typeof point);
    }
    validateMulInput(point, scalar2) {
      this.assertPoint(point);
      if (!inRange(scalar2, _1n3, this.Point.Fn.ORDER)) throw new Error("invalid scalar");
    }
    runCT(point, n, bits, transform) {
      const W = getWindowSize(point);
      if (W === 1) return this.fixedWindowCT(point, n, bits);
      return this.wnafCachedCT(this.getWnafPrecomputes(W, point, bits, transform), n);
    }
    mulCT(point, scalar2, transform) {
      this.validateMulInput(point, scalar2);
      return this.runCT(point, scalar2, this.bits, transform);
    }
    mulCTBlinded(point, scalar2, transform) {
      this.validateMulInput(point, scalar2);
      if (this.randomBytes === void 0) throw new Error("randomBytes is required for scalar blinding");
      const bits = this.Point.Fn.BITS + BLIND_BITS;
      const blind = this.randomBytes(BLIND_BYTES);
      if (!isBytes2(blind) || blind.length !== BLIND_BYTES) throw new Error("randomBytes returned invalid byte array");
      blind[0] = blind[0] & 63 | 128;
      const n = scalar2 + bytesToNumberBE(blind) * this.Point.Fn.ORDER;
      return this.runCT(point, n, bits, transform);
    }
    fixedWindowCT(point, n, bits) {
      const W = FW_WINDOW;
      const size = 1 << W;
      const mask = bitMask(W);
      const table = new Array(size);
      table[0] = this.ZERO;
      for (let i = 1; i < size; i++) table[i] = table[i - 1].add(point);
      const windows = Math.ceil(bits / W);
      let acc = this.ZERO;
      for (let window = windows - 1; window >= 0; window--) {
        if (window !== windows - 1) for (let d = 0; d < W; d++) acc = acc.double();
        const digit = Number(n >> BigInt(window * W) & mask);
        let sel = table[0];
        for (let i = 1; i < size; i++) sel = i === digit ? table[i] : sel;
        acc = acc.add(sel);
      }
      return { p: acc, f: acc };
    }
    shouldBlind(point, cofactor) {
      if (this.randomBytes === void 0) return false;
      if (cofactor === _1n3) return true;
      if (point !== this.BASE) return false;
      if (this.baseCanBeBlinded === void 0) this.baseCanBeBlinded = this.mulUnsafe(this.BASE, this.Point.Fn.ORDER).is0();
      return this.baseCanBeBlinded;
    }
    mulSecret(point, scalar2, cofactor, transform) {
      return this.shouldBlind(point, cofactor) ? this.mulCTBlinded(point, scalar2, transform) : this.mulCT(point, scalar2, transform);
    }
    mulUnsafe(point, scalar2, transform) {
      this.assertPoint(point);
      if (!isPosBig(scalar2)) throw new Error("invalid scalar");
      const W = getWindowSize(point);
      if (W === 1 || scalar2 >= this.Point.Fn.ORDER) return mulAddUnsafe(this.Point, [point], [scalar2], true);
      const precomputes = this.getWnafPrecomputes(W, point, this.bits, transform);
      return this.wnafCachedCT(precomputes, scalar2).p;
    }
    setWindowSize(point, W) {
      this.assertPoint(point);
      validateW(W, this.bits);
      const windows = Math.ceil((this.bits + BLIND_BITS) / W) + 1;
      validateTableBytes(windows * 2 ** (W - 1), this.Point.Fp.BYTES);
      pointWindowSizes.set(point, W);
      this.wnafPrecomputes.delete(point);
    }
    hasWindowSize(point) {
      return getWindowSize(point) !== 1;
    }
  };
  function mulAddUnsafe(c, points, scalars, allowOversized = false) {
    validatePointCons(c);
    validateMSMPoints(points, c);
    abool(allowOversized, "allowOversized");
    validateMSMScalars(scalars, c.Fn, allowOversized ? c.Fn.ORDER ** _4n2 : void 0);
    if (points.length !== scalars.length) throw new Error("arrays of points and scalars must have equal length");
    const tables = points.map((p) => oddMultiples(p, 4));
    const digits2 = scalars.map((n) => wnafDigits(n, 4));
    return wnafWalk(c.ZERO, tables, digits2);
  }
  function createField(order, field, isLE) {
    if (field) {
      if (field.ORDER !== order) throw new Error("Field.ORDER must match order: Fp == p, Fn == n");
      validateField(field);
      return field;
    } else {
      return Field(order, { isLE });
    }
  }
  function createCurveFields(type, CURVE, curveOpts = {}, FpFnLE) {
    if (type !== "weierstrass" && type !== "edwards") throw new Error('expected curve type "weierstrass" or "edwards"');
    if (FpFnLE === void 0) FpFnLE = type === "edwards";
    if (!CURVE || typeof CURVE !== "object") throw new Error(`expected valid ${type} CURVE object`);
    validateObject(curveOpts);
    for (const p of ["p", "n", "h"]) {
      const val = CURVE[p];
      if (!(isPosBig(val) && val !== _0n3)) throw new Error(`CURVE.${p} must be positive bigint`);
    }
    const Fp2 = createField(CURVE.p, curveOpts.Fp, FpFnLE);
    const Fn = createField(CURVE.n, curveOpts.Fn, FpFnLE);
    const _b = type === "weierstrass" ? "b" : "d";
    const params = ["Gx", "Gy", "a", _b];
    for (const p of params) {
      if (!Fp2.isValid(CURVE[p])) throw new Error(`CURVE.${p} must be valid field element of CURVE.Fp`);
    }
    CURVE = Object.freeze(Object.assign({}, CURVE));
    return { CURVE, Fp: Fp2, Fn };
  }
  function createKeygen(randomSecretKey, getPublicKey) {
    return function keygen(seed) {
      const secretKey = randomSecretKey(seed);
      return { secretKey, publicKey: getPublicKey(secretKey) };
    };
  }
  var U32_MASK64 = (() => BigInt(2 ** 32 - 1))();
  var _32n = BigInt(32);
  function fromBig(n, le = false) {
    if (le) return { h: Number(n & U32_MASK64), l: Number(n >> _32n & U32_MASK64) };
    return { h: Number(n >> _32n & U32_MASK64) | 0, l: Number(n & U32_MASK64) | 0 };
  }
  function split(lst, le = false) {
    const len = lst.length;
    let Ah = new Uint32Array(len);
    let Al = new Uint32Array(len);
    for (let i = 0; i < len; i++) {
      const { h, l } = fromBig(lst[i], le);
      [Ah[i], Al[i]] = [h, l];
    }
    return [Ah, Al];
  }
  var fromNumH = (n) => n / 2 ** 32 | 0;
  var fromNumL = (n) => n >>> 0;
  function setU64FromNum(view, byteOffset, n, isLE) {
    const h = fromNumH(n);
    const l = fromNumL(n);
    view.setUint32(byteOffset, isLE ? l : h, isLE);
    view.setUint32(byteOffset + 4, isLE ? h : l, isLE);
  }
  var shrSH = (h, _l, s) => h >>> s;
  var shrSL = (h, l, s) => h << 32 - s | l >>> s;
  var rotrSH = (h, l, s) => h >>> s | l << 32 - s;
  var rotrSL = (h, l, s) => h << 32 - s | l >>> s;
  var rotrBH = (h, l, s) => h << 64 - s | l >>> s - 32;
  var rotrBL = (h, l, s) => h >>> s - 32 | l << 64 - s;
  function add(Ah, Al, Bh, Bl) {
    const l = (Al >>> 0) + (Bl >>> 0);
    return { h: Ah + Bh + (l / 2 ** 32 | 0) | 0, l: l | 0 };
  }
  var add3L = (Al, Bl, Cl) => (Al >>> 0) + (Bl >>> 0) + (Cl >>> 0);
  var add3H = (low, Ah, Bh, Ch) => Ah + Bh + Ch + (low / 2 ** 32 | 0) | 0;
  var add4L = (Al, Bl, Cl, Dl) => (Al >>> 0) + (Bl >>> 0) + (Cl >>> 0) + (Dl >>> 0);
  var add4H = (low, Ah, Bh, Ch, Dh) => Ah + Bh + Ch + Dh + (low / 2 ** 32 | 0) | 0;
  var add5L = (Al, Bl, Cl, Dl, El) => (Al >>> 0) + (Bl >>> 0) + (Cl >>> 0) + (Dl >>> 0) + (El >>> 0);
  var add5H = (low, Ah, Bh, Ch, Dh, Eh) => Ah + Bh + Ch + Dh + Eh + (low / 2 ** 32 | 0) | 0;
  function Chi(a, b, c) {
    return a & b ^ ~a & c;
  }
  function Maj(a, b, c) {
    return a & b ^ a & c ^ b & c;
  }
  var HashMD = class {
    constructor(blockLen, outputLen, padOffset, isLE) {
      __publicField(this, "blockLen");
      __publicField(this, "outputLen");
      __publicField(this, "canXOF", false);
      __publicField(this, "padOffset");
      __publicField(this, "isLE");
      __publicField(this, "buffer");
      __publicField(this, "view");
      __publicField(this, "finished", false);
      __publicField(this, "length", 0);
      __publicField(this, "pos", 0);
      __publicField(this, "destroyed", false);
      this.blockLen = blockLen;
      this.outputLen = outputLen;
      this.padOffset = padOffset;
      this.isLE = isLE;
      this.buffer = new Uint8Array(blockLen);
      this.view = createView(this.buffer);
    }
    update(data) {
      aexists(this);
      abytes(data);
      const { view, buffer, blockLen } = this;
      const len = data.length;
      let processed = false;
      for (let pos = 0; pos < len; ) {
        const take = Math.min(blockLen - this.pos, len - pos);
        if (take === blockLen) {
          const dataView = createView(data);
          for (; blockLen <= len - pos; pos += blockLen) this.process(dataView, pos);
          processed = true;
          continue;
        }
        buffer.set(pos === 0 && take === len ? data : data.subarray(pos, pos + take), this.pos);
        this.pos += take;
        pos += take;
        if (this.pos === blockLen) {
          this.process(view, 0);
          this.pos = 0;
          processed = true;
        }
      }
      this.length += data.length;
      if (processed) this.roundClean();
      return this;
    }
    digestInto(out) {
      aexists(this);
      aoutput(out, this);
      this.finished = true;
      const { buffer, view, blockLen, isLE } = this;
      let { pos } = this;
      buffer[pos++] = 128;
      buffer.fill(0, pos);
      if (this.padOffset > blockLen - pos) {
        this.process(view, 0);
        buffer.fill(0);
      }
      setU64FromNum(view, blockLen - 8, this.length * 8, isLE);
      this.process(view, 0);
      this.roundClean();
      const oview = out === buffer ? view : createView(out);
      const len = this.outputLen;
      const outLen = len / 4;
      const state = this.get();
      if (len % 4 || outLen > state.length) throw new Error("invalid outputLen");
      for (let i = 0; i < outLen; i++) oview.setUint32(4 * i, state[i], isLE);
    }
    digest() {
      const { buffer, outputLen } = this;
      this.digestInto(buffer);
      const res = buffer.slice(0, outputLen);
      this.destroy();
      return res;
    }
    _cloneIntoMeta(to) {
      const { buffer, length, finished, destroyed, pos } = this;
      to.destroyed = destroyed;
      to.finished = finished;
      to.length = length;
      to.pos = pos;
      if (pos) to.buffer.set(buffer);
      return to;
    }
    clone() {
      return this._cloneInto();
    }
  };
  var SHA256_IV = Uint32Array.from([1779033703, 3144134277, 1013904242, 2773480762, 1359893119, 2600822924, 528734635, 1541459225]);
  var SHA512_IV = Uint32Array.from([1779033703, 4089235720, 3144134277, 2227873595, 1013904242, 4271175723, 2773480762, 1595750129, 1359893119, 2917565137, 2600822924, 725511199, 528734635, 4215389547, 1541459225, 327033209]);
  var SHA256_K = Uint32Array.from([1116352408, 1899447441, 3049323471, 3921009573, 961987163, 1508970993, 2453635748, 2870763221, 3624381080, 310598401, 607225278, 1426881987, 1925078388, 2162078206, 2614888103, 3248222580, 3835390401, 4022224774, 264347078, 604807628, 770255983, 1249150122, 1555081692, 1996064986, 2554220882, 2821834349, 2952996808, 3210313671, 3336571891, 3584528711, 113926993, 338241895, 666307205, 773529912, 1294757372, 1396182291, 1695183700, 1986661051, 2177026350, 2456956037, 2730485921, 2820302411, 3259730800, 3345764771, 3516065817, 3600352804, 4094571909, 275423344, 430227734, 506948616, 659060556, 883997877, 958139571, 1322822218, 1537002063, 1747873779, 1955562222, 2024104815, 2227730452, 2361852424, 2428436474, 2756734187, 3204031479, 3329325298]);
  var SHA256_W = new Uint32Array(64);
  var SHA2_32B = class extends HashMD {
    constructor(outputLen, IV) {
      super(64, outputLen, 8, false);
      __publicField(this, "A", 0);
      __publicField(this, "B", 0);
      __publicField(this, "C", 0);
      __publicField(this, "D", 0);
      __publicField(this, "E", 0);
      __publicField(this, "F", 0);
      __publicField(this, "G", 0);
      __publicField(this, "H", 0);
      this.A = IV[0] | 0;
      this.B = IV[1] | 0;
      this.C = IV[2] | 0;
      this.D = IV[3] | 0;
      this.E = IV[4] | 0;
      this.F = IV[5] | 0;
      this.G = IV[6] | 0;
      this.H = IV[7] | 0;
    }
    get() {
      const { A, B, C, D, E, F, G: G2, H } = this;
      return [A, B, C, D, E, F, G2, H];
    }
    set(A, B, C, D, E, F, G2, H) {
      this.A = A | 0;
      this.B = B | 0;
      this.C = C | 0;
      this.D = D | 0;
      this.E = E | 0;
      this.F = F | 0;
      this.G = G2 | 0;
      this.H = H | 0;
    }
    _cloneInto(to) {
      (to || (to = new this.constructor())).set(...this.get());
      return this._cloneIntoMeta(to);
    }
    process(view, offset) {
      for (let i = 0; i < 16; i++, offset += 4) SHA256_W[i] = view.getUint32(offset, false);
      for (let i = 16; i < 64; i++) {
        const W15 = SHA256_W[i - 15];
        const W2 = SHA256_W[i - 2];
        const s0 = rotr(W15, 7) ^ rotr(W15, 18) ^ W15 >>> 3;
        const s1 = rotr(W2, 17) ^ rotr(W2, 19) ^ W2 >>> 10;
        SHA256_W[i] = s1 + SHA256_W[i - 7] + s0 + SHA256_W[i - 16] | 0;
      }
      let { A, B, C, D, E, F, G: G2, H } = this;
      for (let i = 0; i < 64; i++) {
        const sigma1 = rotr(E, 6) ^ rotr(E, 11) ^ rotr(E, 25);
        const T1 = H + sigma1 + Chi(E, F, G2) + SHA256_K[i] + SHA256_W[i] | 0;
        const sigma0 = rotr(A, 2) ^ rotr(A, 13) ^ rotr(A, 22);
        const T2 = sigma0 + Maj(A, B, C) | 0;
        H = G2;
        G2 = F;
        F = E;
        E = D + T1 | 0;
        D = C;
        C = B;
        B = A;
        A = T1 + T2 | 0;
      }
      A = A + this.A | 0;
      B = B + this.B | 0;
      C = C + this.C | 0;
      D = D + this.D | 0;
      E = E + this.E | 0;
      F = F + this.F | 0;
      G2 = G2 + this.G | 0;
      H = H + this.H | 0;
      this.set(A, B, C, D, E, F, G2, H);
    }
    roundClean() {
      clean(SHA256_W);
    }
    destroy() {
      this.destroyed = true;
      this.set(0, 0, 0, 0, 0, 0, 0, 0);
      clean(this.buffer);
    }
  };
  var _SHA256 = class extends SHA2_32B {
    constructor() {
      super(32, SHA256_IV);
    }
  };
  var K512 = (() => split(["0x428a2f98d728ae22", "0x7137449123ef65cd", "0xb5c0fbcfec4d3b2f", "0xe9b5dba58189dbbc", "0x3956c25bf348b538", "0x59f111f1b605d019", "0x923f82a4af194f9b", "0xab1c5ed5da6d8118", "0xd807aa98a3030242", "0x12835b0145706fbe", "0x243185be4ee4b28c", "0x550c7dc3d5ffb4e2", "0x72be5d74f27b896f", "0x80deb1fe3b1696b1", "0x9bdc06a725c71235", "0xc19bf174cf692694", "0xe49b69c19ef14ad2", "0xefbe4786384f25e3", "0x0fc19dc68b8cd5b5", "0x240ca1cc77ac9c65", "0x2de92c6f592b0275", "0x4a7484aa6ea6e483", "0x5cb0a9dcbd41fbd4", "0x76f988da831153b5", "0x983e5152ee66dfab", "0xa831c66d2db43210", "0xb00327c898fb213f", "0xbf597fc7beef0ee4", "0xc6e00bf33da88fc2", "0xd5a79147930aa725", "0x06ca6351e003826f", "0x142929670a0e6e70", "0x27b70a8546d22ffc", "0x2e1b21385c26c926", "0x4d2c6dfc5ac42aed", "0x53380d139d95b3df", "0x650a73548baf63de", "0x766a0abb3c77b2a8", "0x81c2c92e47edaee6", "0x92722c851482353b", "0xa2bfe8a14cf10364", "0xa81a664bbc423001", "0xc24b8b70d0f89791", "0xc76c51a30654be30", "0xd192e819d6ef5218", "0xd69906245565a910", "0xf40e35855771202a", "0x106aa07032bbd1b8", "0x19a4c116b8d2d0c8", "0x1e376c085141ab53", "0x2748774cdf8eeb99", "0x34b0bcb5e19b48a8", "0x391c0cb3c5c95a63", "0x4ed8aa4ae3418acb", "0x5b9cca4f7763e373", "0x682e6ff3d6b2b8a3", "0x748f82ee5defb2fc", "0x78a5636f43172f60", "0x84c87814a1f0ab72", "0x8cc702081a6439ec", "0x90befffa23631e28", "0xa4506cebde82bde9", "0xbef9a3f7b2c67915", "0xc67178f2e372532b", "0xca273eceea26619c", "0xd186b8c721c0c207", "0xeada7dd6cde0eb1e", "0xf57d4f7fee6ed178", "0x06f067aa72176fba", "0x0a637dc5a2c898a6", "0x113f9804bef90dae", "0x1b710b35131c471b", "0x28db77f523047d84", "0x32caab7b40c72493", "0x3c9ebe0a15c9bebc", "0x431d67c49c100d4c", "0x4cc5d4becb3e42b6", "0x597f299cfc657e2a", "0x5fcb6fab3ad6faec", "0x6c44198c4a475817"].map((n) => BigInt(n))))();
  var SHA512_Kh = (() => K512[0])();
  var SHA512_Kl = (() => K512[1])();
  var SHA512_W_H = new Uint32Array(80);
  var SHA512_W_L = new Uint32Array(80);
  var SHA2_64B = class extends HashMD {
    constructor(outputLen, IV) {
      super(128, outputLen, 16, false);
      __publicField(this, "Ah", 0);
      __publicField(this, "Al", 0);
      __publicField(this, "Bh", 0);
      __publicField(this, "Bl", 0);
      __publicField(this, "Ch", 0);
      __publicField(this, "Cl", 0);
      __publicField(this, "Dh", 0);
      __publicField(this, "Dl", 0);
      __publicField(this, "Eh", 0);
      __publicField(this, "El", 0);
      __publicField(this, "Fh", 0);
      __publicField(this, "Fl", 0);
      __publicField(this, "Gh", 0);
      __publicField(this, "Gl", 0);
      __publicField(this, "Hh", 0);
      __publicField(this, "Hl", 0);
      this.Ah = IV[0] | 0;
      this.Al = IV[1] | 0;
      this.Bh = IV[2] | 0;
      this.Bl = IV[3] | 0;
      this.Ch = IV[4] | 0;
      this.Cl = IV[5] | 0;
      this.Dh = IV[6] | 0;
      this.Dl = IV[7] | 0;
      this.Eh = IV[8] | 0;
      this.El = IV[9] | 0;
      this.Fh = IV[10] | 0;
      this.Fl = IV[11] | 0;
      this.Gh = IV[12] | 0;
      this.Gl = IV[13] | 0;
      this.Hh = IV[14] | 0;
      this.Hl = IV[15] | 0;
    }
    get() {
      const { Ah, Al, Bh, Bl, Ch, Cl, Dh, Dl, Eh, El, Fh, Fl, Gh, Gl, Hh, Hl } = this;
      return [Ah, Al, Bh, Bl, Ch, Cl, Dh, Dl, Eh, El, Fh, Fl, Gh, Gl, Hh, Hl];
    }
    set(Ah, Al, Bh, Bl, Ch, Cl, Dh, Dl, Eh, El, Fh, Fl, Gh, Gl, Hh, Hl) {
      this.Ah = Ah | 0;
      this.Al = Al | 0;
      this.Bh = Bh | 0;
      this.Bl = Bl | 0;
      this.Ch = Ch | 0;
      this.Cl = Cl | 0;
      this.Dh = Dh | 0;
      this.Dl = Dl | 0;
      this.Eh = Eh | 0;
      this.El = El | 0;
      this.Fh = Fh | 0;
      this.Fl = Fl | 0;
      this.Gh = Gh | 0;
      this.Gl = Gl | 0;
      this.Hh = Hh | 0;
      this.Hl = Hl | 0;
    }
    _cloneInto(to) {
      (to || (to = new this.constructor())).set(...this.get());
      return this._cloneIntoMeta(to);
    }
    process(view, offset) {
      for (let i = 0; i < 16; i++, offset += 4) {
        SHA512_W_H[i] = view.getUint32(offset);
        SHA512_W_L[i] = view.getUint32(offset += 4);
      }
      for (let i = 16; i < 80; i++) {
        const W15h = SHA512_W_H[i - 15] | 0;
        const W15l = SHA512_W_L[i - 15] | 0;
        const s0h = rotrSH(W15h, W15l, 1) ^ rotrSH(W15h, W15l, 8) ^ shrSH(W15h, W15l, 7);
        const s0l = rotrSL(W15h, W15l, 1) ^ rotrSL(W15h, W15l, 8) ^ shrSL(W15h, W15l, 7);
        const W2h = SHA512_W_H[i - 2] | 0;
        const W2l = SHA512_W_L[i - 2] | 0;
        const s1h = rotrSH(W2h, W2l, 19) ^ rotrBH(W2h, W2l, 61) ^ shrSH(W2h, W2l, 6);
        const s1l = rotrSL(W2h, W2l, 19) ^ rotrBL(W2h, W2l, 61) ^ shrSL(W2h, W2l, 6);
        const SUMl = add4L(s0l, s1l, SHA512_W_L[i - 7], SHA512_W_L[i - 16]);
        const SUMh = add4H(SUMl, s0h, s1h, SHA512_W_H[i - 7], SHA512_W_H[i - 16]);
        SHA512_W_H[i] = SUMh | 0;
        SHA512_W_L[i] = SUMl | 0;
      }
      let { Ah, Al, Bh, Bl, Ch, Cl, Dh, Dl, Eh, El, Fh, Fl, Gh, Gl, Hh, Hl } = this;
      for (let i = 0; i < 80; i++) {
        const sigma1h = rotrSH(Eh, El, 14) ^ rotrSH(Eh, El, 18) ^ rotrBH(Eh, El, 41);
        const sigma1l = rotrSL(Eh, El, 14) ^ rotrSL(Eh, El, 18) ^ rotrBL(Eh, El, 41);
        const CHIh = Eh & Fh ^ ~Eh & Gh;
        const CHIl = El & Fl ^ ~El & Gl;
        const T1ll = add5L(Hl, sigma1l, CHIl, SHA512_Kl[i], SHA512_W_L[i]);
        const T1h = add5H(T1ll, Hh, sigma1h, CHIh, SHA512_Kh[i], SHA512_W_H[i]);
        const T1l = T1ll | 0;
        const sigma0h = rotrSH(Ah, Al, 28) ^ rotrBH(Ah, Al, 34) ^ rotrBH(Ah, Al, 39);
        const sigma0l = rotrSL(Ah, Al, 28) ^ rotrBL(Ah, Al, 34) ^ rotrBL(Ah, Al, 39);
        const MAJh = Ah & Bh ^ Ah & Ch ^ Bh & Ch;
        const MAJl = Al & Bl ^ Al & Cl ^ Bl & Cl;
        Hh = Gh | 0;
        Hl = Gl | 0;
        Gh = Fh | 0;
        Gl = Fl | 0;
        Fh = Eh | 0;
        Fl = El | 0;
        ({ h: Eh, l: El } = add(Dh | 0, Dl | 0, T1h | 0, T1l | 0));
        Dh = Ch | 0;
        Dl = Cl | 0;
        Ch = Bh | 0;
        Cl = Bl | 0;
        Bh = Ah | 0;
        Bl = Al | 0;
        const All = add3L(T1l, sigma0l, MAJl);
        Ah = add3H(All, T1h, sigma0h, MAJh);
        Al = All | 0;
      }
      ({ h: Ah, l: Al } = add(this.Ah | 0, this.Al | 0, Ah | 0, Al | 0));
      ({ h: Bh, l: Bl } = add(this.Bh | 0, this.Bl | 0, Bh | 0, Bl | 0));
      ({ h: Ch, l: Cl } = add(this.Ch | 0, this.Cl | 0, Ch | 0, Cl | 0));
      ({ h: Dh, l: Dl } = add(this.Dh | 0, this.Dl | 0, Dh | 0, Dl | 0));
      ({ h: Eh, l: El } = add(this.Eh | 0, this.El | 0, Eh | 0, El | 0));
      ({ h: Fh, l: Fl } = add(this.Fh | 0, this.Fl | 0, Fh | 0, Fl | 0));
      ({ h: Gh, l: Gl } = add(this.Gh | 0, this.Gl | 0, Gh | 0, Gl | 0));
      ({ h: Hh, l: Hl } = add(this.Hh | 0, this.Hl | 0, Hh | 0, Hl | 0));
      this.set(Ah, Al, Bh, Bl, Ch, Cl, Dh, Dl, Eh, El, Fh, Fl, Gh, Gl, Hh, Hl);
    }
    roundClean() {
      clean(SHA512_W_H, SHA512_W_L);
    }
    destroy() {
      this.destroyed = true;
      clean(this.buffer);
      this.set(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
    }
  };
  var _SHA512 = class extends SHA2_64B {
    constructor() {
      super(64, SHA512_IV);
    }
  };
  var sha256 = createHasher(() => new _SHA256(), oidNist(1));
  var sha512 = createHasher(() => new _SHA512(), oidNist(3));
  /*! noble-curves - MIT License (c) 2022 Paul Miller (paulmillr.com) */
  var _0n4 = BigInt(0);
  var _1n4 = BigInt(1);
  var _2n2 = BigInt(2);
  var _4n3 = BigInt(4);
  var _8n2 = BigInt(8);
  function isEdValidXY(Fp2, CURVE, x, y) {
    const x2 = Fp2.sqr(x);
    const y2 = Fp2.sqr(y);
    const left = Fp2.add(Fp2.mul(CURVE.a, x2), y2);
    const right = Fp2.add(Fp2.ONE, Fp2.mul(CURVE.d, Fp2.mul(x2, y2)));
    return Fp2.eql(left, right);
  }
  function edwards(params, extraOpts = {}) {
    validateObject(extraOpts, {}, {}, "extraOpts");
    const opts = extraOpts;
    const validated = createCurveFields("edwards", params, opts, opts.FpFnLE);
    const { Fp: Fp2, Fn } = validated;
    let CURVE = validated.CURVE;
    const { h: cofactor } = CURVE;
    if (FpLegendre(Fp2, CURVE.a) !== 1) throw new Error("edwards: CURVE.a must be a square in Fp for complete addition formulas");
    if (FpLegendre(Fp2, CURVE.d) !== -1) throw new Error("edwards: CURVE.d must be a non-square in Fp for complete addition formulas");
    validateObject(opts, {}, { uvRatio: "function", randomBytes: "function" });
    const randomBytes3 = opts.randomBytes === void 0 ? randomBytes2 : opts.randomBytes;
    const MASK = _2n2 << BigInt(Fp2.BYTES * 8) - _1n4;
    function isOdd(n) {
      if (!Fp2.isOdd) throw new Error("Field does not have .isOdd()");
      return Fp2.isOdd(n);
    }
    const uvRatio2 = opts.uvRatio === void 0 ? (u, v) => {
      try {
        return { isValid: true, value: Fp2.sqrt(Fp2.div(u, v)) };
      } catch (e) {
        return { isValid: false, value: _0n4 };
      }
    } : opts.uvRatio;
    if (!isEdValidXY(Fp2, CURVE, CURVE.Gx, CURVE.Gy)) throw new Error("bad curve params: generator point");
    const mulA = Fp2.eql(CURVE.a, Fp2.neg(Fp2.ONE)) ? (x) => Fp2.neg(x) : Fp2.eql(CURVE.a, Fp2.ONE) ? (x) => x : (x) => Fp2.mul(CURVE.a, x);
    function acoord(title, n, banZero = false) {
      const min = banZero ? _1n4 : _0n4;
      aInRange("coordinate " + title, n, min, MASK);
      return n;
    }
    function aedpoint(other) {
      if (!(other instanceof Point2)) throw new Error("EdwardsPoint expected");
    }
    const _Point = class _Point2 {
      constructor(X, Y, Z, T) {
        __publicField(this, "X");
        __publicField(this, "Y");
        __publicField(this, "Z");
        __publicField(this, "T");
        this.X = acoord("x", X);
        this.Y = acoord("y", Y);
        this.Z = acoord("z", Z, true);
        this.T = acoord("t", T);
        Object.freeze(this);
      }
      static CURVE() {
        return CURVE;
      }
      static fromAffine(p) {
        if (p instanceof _Point2) throw new Error("extended point not allowed");
        const { x, y } = p || {};
        acoord("x", x);
        acoord("y", y);
        return new _Point2(x, y, Fp2.ONE, Fp2.mul(x, y));
      }
      static fromBytes(bytes2, zip215 = false) {
        const len = Fp2.BYTES;
        const { a, d } = CURVE;
        bytes2 = copyBytes(abytes2(bytes2, len, "point"));
        abool(zip215, "zip215");
        const normed = copyBytes(bytes2);
        const lastByte = bytes2[len - 1];
        normed[len - 1] = lastByte & ~128;
        const y = bytesToNumberLE(normed);
        const max = zip215 ? MASK : Fp2.ORDER;
        aInRange("point.y", y, _0n4, max);
        const y2 = Fp2.sqr(y);
        const u = Fp2.sub(y2, Fp2.ONE);
        const v = Fp2.sub(Fp2.mulN(d, y2), a);
        let { isValid, value: x } = uvRatio2(u, v);
        if (!isValid) throw new Error("bad point: invalid y coordinate");
        const isXOdd = isOdd(x);
        const isLastByteOdd = (lastByte & 128) !== 0;
        if (!zip215 && Fp2.is0(x) && isLastByteOdd) throw new Error("bad point: x=0 and x_0=1");
        if (isLastByteOdd !== isXOdd) x = Fp2.neg(x);
        return _Point2.fromAffine({ x, y });
      }
      static fromHex(hex2, zip215 = false) {
        return _Point2.fromBytes(hexToBytes2(hex2), zip215);
      }
      get x() {
        return this.toAffine().x;
      }
      get y() {
        return this.toAffine().y;
      }
      precompute(windowSize = 6, isLazy = true) {
        wnaf.setWindowSize(this, windowSize);
        if (!isLazy) this.multiply(_2n2);
        return this;
      }
      assertValidity() {
        const p = this;
        const { a, d } = CURVE;
        if (p.is0()) throw new Error("bad point: ZERO");
        const { X, Y, Z, T } = p;
        const X2 = Fp2.sqr(X);
        const Y2 = Fp2.sqr(Y);
        const Z2 = Fp2.sqr(Z);
        const Z4 = Fp2.sqr(Z2);
        const aX2 = Fp2.mul(X2, a);
        const left = Fp2.mul(Fp2.add(aX2, Y2), Z2);
        const right = Fp2.add(Z4, Fp2.mul(d, Fp2.mul(X2, Y2)));
        if (!Fp2.eql(left, right)) throw new Error("bad point: equation left != right (1)");
        const XY = Fp2.mul(X, Y);
        const ZT = Fp2.mul(Z, T);
        if (!Fp2.eql(XY, ZT)) throw new Error("bad point: equation left != right (2)");
      }
      equals(other) {
        aedpoint(other);
        const { X: X1, Y: Y1, Z: Z1 } = this;
        const { X: X2, Y: Y2, Z: Z2 } = other;
        const X1Z2 = Fp2.mul(X1, Z2);
        const X2Z1 = Fp2.mul(X2, Z1);
        const Y1Z2 = Fp2.mul(Y1, Z2);
        const Y2Z1 = Fp2.mul(Y2, Z1);
        return Fp2.eql(X1Z2, X2Z1) && Fp2.eql(Y1Z2, Y2Z1);
      }
      is0() {
        return this.equals(_Point2.ZERO);
      }
      negate() {
        return new _Point2(Fp2.neg(this.X), this.Y, this.Z, Fp2.neg(this.T));
      }
      double() {
        const { X: X1, Y: Y1, Z: Z1 } = this;
        const A = Fp2.sqr(X1);
        const B = Fp2.sqr(Y1);
        const C = Fp2.mul(Fp2.sqr(Z1), _2n2);
        const D = mulA(A);
        const x1y1 = Fp2.addN(X1, Y1);
        const E = Fp2.sub(Fp2.subN(Fp2.sqr(x1y1), A), B);
        const G2 = Fp2.addN(D, B);
        const F = Fp2.subN(G2, C);
        const H = Fp2.subN(D, B);
        const X3 = Fp2.mul(E, F);
        const Y3 = Fp2.mul(G2, H);
        const T3 = Fp2.mul(E, H);
        const Z3 = Fp2.mul(F, G2);
        return new _Point2(X3, Y3, Z3, T3);
      }
      add(other) {
        aedpoint(other);
        const { d } = CURVE;
        const { X: X1, Y: Y1, Z: Z1, T: T1 } = this;
        const { X: X2, Y: Y2, Z: Z2, T: T2 } = other;
        const A = Fp2.mul(X1, X2);
        const B = Fp2.mul(Y1, Y2);
        const C = Fp2.mul(Fp2.mulN(T1, d), T2);
        const D = Fp2.mul(Z1, Z2);
        const E = Fp2.sub(Fp2.subN(Fp2.mulN(Fp2.addN(X1, Y1), Fp2.addN(X2, Y2)), A), B);
        const F = Fp2.subN(D, C);
        const G2 = Fp2.addN(D, C);
        const H = Fp2.sub(B, mulA(A));
        const X3 = Fp2.mul(E, F);
        const Y3 = Fp2.mul(G2, H);
        const T3 = Fp2.mul(E, H);
        const Z3 = Fp2.mul(F, G2);
        return new _Point2(X3, Y3, Z3, T3);
      }
      subtract(other) {
        aedpoint(other);
        return this.add(other.negate());
      }
      multiply(scalar2) {
        if (!Fn.isValidNot0(scalar2)) throw new RangeError("invalid scalar: expected 1 <= sc < curve.n");
        const { p, f } = wnaf.mulSecret(this, scalar2, cofactor, normalize);
        return normalize([p, f])[0];
      }
      multiplyUnsafe(scalar2) {
        if (!Fn.isValid(scalar2)) throw new RangeError("invalid scalar: expected 0 <= sc < curve.n");
        if (scalar2 === _0n4) return _Point2.ZERO;
        if (this.is0() || scalar2 === _1n4) return this;
        return wnaf.mulUnsafe(this, scalar2, normalize);
      }
      isSmallOrder() {
        return this.clearCofactor().is0();
      }
      isTorsionFree() {
        return wnaf.mulUnsafe(this, CURVE.n).is0();
      }
      toAffine(invertedZ) {
        const p = this;
        let iz = invertedZ;
        if (iz != null && typeof iz !== "bigint") throw new TypeError('"invertedZ" expected bigint, got type=' + typeof iz);
        const { X, Y, Z } = p;
        const is0 = p.is0();
        if (iz == null) iz = is0 ? Fp2.create(_8n2) : Fp2.inv(Z);
        const x = Fp2.mul(X, iz);
        const y = Fp2.mul(Y, iz);
        const zz = Fp2.mul(Z, iz);
        if (is0) return { x: Fp2.ZERO, y: Fp2.ONE };
        if (!Fp2.eql(zz, Fp2.ONE)) throw new Error("invZ was invalid");
        return { x, y };
      }
      clearCofactor() {
        if (cofactor === _1n4) return this;
        if (cofactor === _2n2) return this.double();
        if (cofactor === _4n3) return this.double().double();
        if (cofactor === _8n2) return this.double().double().double();
        return this.multiplyUnsafe(cofactor);
      }
      toBytes() {
        const { x, y } = this.toAffine();
        const bytes2 = Fp2.toBytes(y);
        bytes2[bytes2.length - 1] |= isOdd(x) ? 128 : 0;
        return bytes2;
      }
      toHex() {
        return bytesToHex2(this.toBytes());
      }
      toString() {
        return `<Point ${this.is0() ? "ZERO" : this.toHex()}>`;
      }
    };
    __publicField(_Point, "BASE", new _Point(CURVE.Gx, CURVE.Gy, Fp2.ONE, Fp2.mul(CURVE.Gx, CURVE.Gy)));
    __publicField(_Point, "ZERO", new _Point(Fp2.ZERO, Fp2.ONE, Fp2.ONE, Fp2.ZERO));
    __publicField(_Point, "Fp", Fp2);
    __publicField(_Point, "Fn", Fn);
    let Point2 = _Point;
    const normalize = (points) => normalizeZ(Point2, points);
    const wnaf = new ScalarMultiplier(Point2, randomBytes3);
    if (wnaf.bits >= 6) Point2.BASE.precompute(6);
    Object.freeze(Point2.prototype);
    Object.freeze(Point2);
    return Point2;
  }
  function eddsa(Point2, cHash, eddsaOpts = {}) {
    validatePointCons(Point2);
    if (typeof cHash !== "function") throw new Error('"hash" function param is required');
    const hash2 = cHash;
    const opts = eddsaOpts;
    validateObject(opts, {}, { adjustScalarBytes: "function", randomBytes: "function", domain: "function", prehash: "function", zip215: "boolean", mapToCurve: "function", toMontgomery: "function", toMontgomerySecret: "function" });
    const { prehash } = opts;
    const { BASE, Fp: Fp2, Fn } = Point2;
    const outputLen = hash2.outputLen;
    const expectedLen = 2 * Fp2.BYTES;
    if (outputLen !== void 0) {
      asafenumber(outputLen, "hash.outputLen");
      if (outputLen !== expectedLen) throw new Error(`hash.outputLen must be ${expectedLen}, got ${outputLen}`);
    }
    const randomBytes3 = opts.randomBytes === void 0 ? randomBytes2 : opts.randomBytes;
    const toMontgomery2 = opts.toMontgomery;
    const toMontgomerySecret2 = opts.toMontgomerySecret;
    const adjustScalarBytes2 = opts.adjustScalarBytes === void 0 ? (bytes2) => bytes2 : opts.adjustScalarBytes;
    const domain = opts.domain === void 0 ? (data, ctx, phflag) => {
      abool(phflag, "phflag");
      if (ctx.length || phflag) throw new Error("Contexts/pre-hash are not supported");
      return data;
    } : opts.domain;
    function modN_LE(hash22) {
      return Fn.create(bytesToNumberLE(hash22));
    }
    function getPrivateScalar(key) {
      const len = lengths.secretKey;
      abytes2(key, lengths.secretKey, "secretKey");
      const hashed = abytes2(hash2(key), 2 * len, "hashedSecretKey");
      const head = adjustScalarBytes2(hashed.slice(0, len));
      const prefix = hashed.slice(len, 2 * len);
      const scalar2 = modN_LE(head);
      return { head, prefix, scalar: scalar2 };
    }
    function getExtendedPublicKey(secretKey) {
      const { head, prefix, scalar: scalar2 } = getPrivateScalar(secretKey);
      const point = BASE.multiply(scalar2);
      const pointBytes = point.toBytes();
      return { head, prefix, scalar: scalar2, point, pointBytes };
    }
    function getPublicKey(secretKey) {
      return getExtendedPublicKey(secretKey).pointBytes;
    }
    function hashDomainToScalar(context = Uint8Array.of(), ...msgs) {
      const msg = concatBytes2(...msgs);
      return modN_LE(hash2(domain(msg, abytes2(context, void 0, "context"), !!prehash)));
    }
    function sign(msg, secretKey, options = {}) {
      validateObject(options, {}, {}, "options");
      msg = copyBytes(abytes2(msg, void 0, "message"));
      if (prehash) msg = prehash(msg);
      const { prefix, scalar: scalar2, pointBytes } = getExtendedPublicKey(secretKey);
      const r = hashDomainToScalar(options.context, prefix, msg);
      const R = BASE.multiply(r).toBytes();
      const k = hashDomainToScalar(options.context, R, pointBytes, msg);
      const s = Fn.create(r + k * scalar2);
      if (!Fn.isValid(s)) throw new Error("sign failed: invalid s");
      const rs = concatBytes2(R, Fn.toBytes(s));
      return abytes2(rs, lengths.signature, "result");
    }
    const verifyOpts = { zip215: opts.zip215 };
    function verify(sig, msg, publicKey, options = verifyOpts) {
      validateObject(options);
      const { context } = options;
      const zip215 = options.zip215 === void 0 ? !!verifyOpts.zip215 : options.zip215;
      const len = lengths.signature;
      sig = abytes2(sig, len, "signature");
      msg = abytes2(msg, void 0, "message");
      publicKey = abytes2(publicKey, lengths.publicKey, "publicKey");
      if (zip215 !== void 0) abool(zip215, "zip215");
      if (prehash) msg = prehash(msg);
      const mid = len / 2;
      const r = sig.subarray(0, mid);
      const s = bytesToNumberLE(sig.subarray(mid, len));
      let A, R, SB;
      try {
        A = Point2.fromBytes(publicKey, zip215);
        R = Point2.fromBytes(r, zip215);
        SB = BASE.multiplyUnsafe(s);
      } catch (error) {
        return false;
      }
      if (!zip215 && A.isSmallOrder()) return false;
      const k = hashDomainToScalar(context, r, publicKey, msg);
      const RkA = R.add(A.multiplyUnsafe(k));
      return RkA.subtract(SB).clearCofactor().is0();
    }
    const _size = Fp2.BYTES;
    const lengths = { secretKey: _size, publicKey: _size, signature: 2 * _size, seed: _size };
    function randomSecretKey(seed) {
      seed = seed === void 0 ? randomBytes3(lengths.seed) : seed;
      return abytes2(seed, lengths.seed, "seed");
    }
    function isValidSecretKey(key) {
      return isBytes2(key) && key.length === lengths.secretKey;
    }
    function isValidPublicKey(key, zip215) {
      try {
        return !!Point2.fromBytes(key, zip215 === void 0 ? verifyOpts.zip215 : zip215);
      } catch (error) {
        return false;
      }
    }
    const utils = { getExtendedPublicKey, randomSecretKey, isValidSecretKey, isValidPublicKey, toMontgomery(publicKey) {
      if (toMontgomery2 === void 0) throw new Error("Montgomery conversion is not supported for this curve");
      return toMontgomery2(Point2.fromBytes(publicKey));
    }, toMontgomerySecret(secretKey) {
      if (toMontgomerySecret2 === void 0) throw new Error("Montgomery conversion is not supported for this curve");
      return toMontgomerySecret2(secretKey);
    } };
    Object.freeze(lengths);
    Object.freeze(utils);
    return Object.freeze({ keygen: createKeygen(randomSecretKey, getPublicKey), getPublicKey, sign, verify, utils, Point: Point2, lengths });
  }
  /*! noble-curves - MIT License (c) 2022 Paul Miller (paulmillr.com) */
  var _1n5 = BigInt(1);
  var _2n3 = BigInt(2);
  var _5n2 = BigInt(5);
  var _8n3 = BigInt(8);
  var ed25519_CURVE_p = BigInt("0x7fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffed");
  var ed25519_CURVE = (() => ({ p: ed25519_CURVE_p, n: BigInt("0x1000000000000000000000000000000014def9dea2f79cd65812631a5cf5d3ed"), h: _8n3, a: BigInt("0x7fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffec"), d: BigInt("0x52036cee2b6ffe738cc740797779e89800700a4d4141d8ab75eb4dca135978a3"), Gx: BigInt("0x216936d3cd6e53fec0a4e231fdd6dc5c692cc7609525a7b2c9562d608f25d51a"), Gy: BigInt("0x6666666666666666666666666666666666666666666666666666666666666658") }))();
  function ed25519_pow_2_252_3(x) {
    const _10n = BigInt(10), _20n = BigInt(20), _40n = BigInt(40), _80n = BigInt(80);
    const P = ed25519_CURVE_p;
    const x2 = x * x % P;
    const b2 = x2 * x % P;
    const b4 = pow2(b2, _2n3, P) * b2 % P;
    const b5 = pow2(b4, _1n5, P) * x % P;
    const b10 = pow2(b5, _5n2, P) * b5 % P;
    const b20 = pow2(b10, _10n, P) * b10 % P;
    const b40 = pow2(b20, _20n, P) * b20 % P;
    const b80 = pow2(b40, _40n, P) * b40 % P;
    const b160 = pow2(b80, _80n, P) * b80 % P;
    const b240 = pow2(b160, _80n, P) * b80 % P;
    const b250 = pow2(b240, _10n, P) * b10 % P;
    const pow_p_5_8 = pow2(b250, _2n3, P) * x % P;
    return { pow_p_5_8, b2 };
  }
  function adjustScalarBytes(bytes2) {
    bytes2[0] &= 248;
    bytes2[31] &= 127;
    bytes2[31] |= 64;
    return bytes2;
  }
  var ED25519_SQRT_M1 = BigInt("19681161376707505956807079304988542015446066515923890162744021073123829784752");
  function uvRatio(u, v) {
    const P = ed25519_CURVE_p;
    const v3 = mod(v * v * v, P);
    const v7 = mod(v3 * v3 * v, P);
    const pow3 = ed25519_pow_2_252_3(u * v7).pow_p_5_8;
    let x = mod(u * v3 * pow3, P);
    const vx2 = mod(v * x * x, P);
    const root1 = x;
    const root2 = mod(x * ED25519_SQRT_M1, P);
    const useRoot1 = vx2 === u;
    const useRoot2 = vx2 === mod(-u, P);
    const noRoot = vx2 === mod(-u * ED25519_SQRT_M1, P);
    if (useRoot1) x = root1;
    if (useRoot2 || noRoot) x = root2;
    if (isNegativeLE(x, P)) x = mod(-x, P);
    return { isValid: useRoot1 || useRoot2, value: x };
  }
  var ed25519_Point = edwards(ed25519_CURVE, { uvRatio });
  var Fp = (() => ed25519_Point.Fp)();
  function toMontgomery(point) {
    const { y } = point;
    return Fp.toBytes(Fp.div(_1n5 + y, _1n5 - y));
  }
  function toMontgomerySecret(secretKey) {
    const size = ed25519_Point.Fp.BYTES;
    abytes(secretKey, size);
    return adjustScalarBytes(sha512(secretKey.subarray(0, size))).subarray(0, size);
  }
  function ed(opts) {
    return eddsa(ed25519_Point, sha512, Object.assign({ adjustScalarBytes, toMontgomery, toMontgomerySecret, zip215: true }, opts));
  }
  var ed25519 = ed({});

  // app/src/main/resources/static/booth/json.js
  var Malformed = class extends Error {
  };
  function write(value) {
    return JSON.stringify(value).replace(/\x7f/g, "\\u007f");
  }
  var DEEPEST = 16;
  var LONGEST_TEXT = 1 << 20;
  var MOST_VALUES = 1 << 22;
  var HALF_A_LETTER = /\p{Surrogate}/u;
  var BARE = /[^\s,:[\]{}"]+/y;
  var BLANKS = /[ \t\n\r]*/y;
  function read(text2) {
    const isWanted = (bare) => /^(?:true|false|-?(?:0|[1-9][0-9]*))$/.test(bare);
    return parse(text2, { isWanted, longest: LONGEST_TEXT });
  }
  function parse(text2, rules) {
    let value;
    try {
      value = JSON.parse(text2);
    } catch {
      throw new Malformed("not JSON");
    }
    demandStrict(text2, rules);
    return value;
  }
  function demandStrict(text2, { isWanted, longest }) {
    if (HALF_A_LETTER.test(text2)) throw new Malformed("half a letter (a lone surrogate)");
    const open = [];
    let values = 0;
    for (let at = 0; at < text2.length; at++) {
      const sign = text2[at];
      if (sign === "}" || sign === "]") {
        open.pop();
        continue;
      }
      if (sign === "," || sign === ":" || /\s/.test(sign)) continue;
      if (++values > MOST_VALUES) throw new Malformed("too many values");
      if (sign === "{" || sign === "[") {
        open.push(sign === "{" ? /* @__PURE__ */ new Set() : null);
        if (open.length > DEEPEST) throw new Malformed("nested too deep");
      } else if (sign === '"') {
        const end = endOfText(text2, at);
        const said = wordOf(text2.slice(at, end), longest);
        at = end - 1;
        if (text2[end + lengthOf(BLANKS, text2, end)] === ":") {
          values--;
          demandNew(open.at(-1), said);
        }
      } else {
        const length = lengthOf(BARE, text2, at);
        const bare = text2.slice(at, at + length);
        if (!isWanted(bare)) throw new Malformed("neither null nor fractions are expected here");
        at += length - 1;
      }
    }
  }
  function lengthOf(pattern, text2, at) {
    pattern.lastIndex = at;
    return pattern.exec(text2)[0].length;
  }
  function endOfText(text2, from) {
    for (let at = from + 1; ; at++) {
      at = text2.indexOf('"', at);
      let escapes = 0;
      while (text2[at - 1 - escapes] === "\\") escapes++;
      if (escapes % 2 === 0) return at + 1;
    }
  }
  function wordOf(quoted, longest) {
    const word = quoted.includes("\\") ? JSON.parse(quoted) : quoted.slice(1, -1);
    if (word.length > longest) throw new Malformed("a text is too long");
    if (HALF_A_LETTER.test(word)) throw new Malformed("half a letter (a lone surrogate)");
    return word;
  }
  function demandNew(fields, name) {
    if (fields.has(name)) throw new Malformed("the field " + name + " comes twice");
    fields.add(name);
  }
  function items(node, count) {
    if (!Array.isArray(node)) throw new Malformed("a list is expected");
    if (count !== void 0 && node.length !== count) {
      throw new Malformed(`${count} items are expected, not ${node.length}`);
    }
    return node;
  }
  function text(node) {
    if (typeof node !== "string") throw new Malformed("a text is expected");
    return node;
  }
  function integer(node, min, max) {
    if (!Number.isInteger(node) || node < min || node > max) {
      throw new Malformed(`a number from ${min} to ${max} is expected`);
    }
    return node;
  }

  // app/src/main/resources/static/booth/group.js
  var Point = ed25519.Point;
  var Q = Point.Fn.ORDER;
  var G = Point.BASE;
  var NEUTRAL = Point.ZERO;
  var NEUTRAL_TEXT = "1".padStart(64, "0");
  var WINDOW = 8;
  G.precompute(WINDOW);
  function mod2(x) {
    const rest = x % Q;
    return rest < 0n ? rest + Q : rest;
  }
  function secure(target) {
    globalThis.crypto.getRandomValues(target);
  }
  function randomScalar(random = secure) {
    const wide = new Uint8Array(64);
    random(wide);
    let text2 = "0x";
    for (const byte of wide) text2 += byte.toString(16).padStart(2, "0");
    wide.fill(0);
    return BigInt(text2) % Q;
  }
  function fixedBase(point) {
    return point.precompute(WINDOW);
  }
  function power(base, exponent2) {
    return exponent2 === 0n ? NEUTRAL : base.multiply(exponent2);
  }
  function powerOfMark(exponent2) {
    return power(G, mod2(exponent2 + 1n)).subtract(G);
  }
  function encodeAll(points) {
    return normalizeZ(Point, points).map((point) => {
      const number = point.Y | (point.X & 1n) << 255n;
      return number.toString(16).padStart(64, "0");
    });
  }
  function encode(point) {
    return encodeAll([point])[0];
  }
  function decodePoint(text2) {
    if (text2 === NEUTRAL_TEXT) return NEUTRAL;
    if (typeof text2 === "string" && /^[0-9a-f]{64}$/.test(text2)) {
      try {
        return Point.fromHex(text2.match(/../g).reverse().join(""));
      } catch {
      }
    }
    throw new Malformed("not the canonical encoding of a group element");
  }
  function decode(text2) {
    const point = decodePoint(text2);
    if (point !== NEUTRAL && !point.isTorsionFree()) {
      throw new Malformed("not a member of the group");
    }
    return point;
  }

  // app/src/main/resources/static/booth/hash.js
  var UTF8 = new TextEncoder();
  function bytes(text2) {
    return typeof text2 === "string" ? UTF8.encode(text2) : text2;
  }
  function hexOf(data) {
    let text2 = "";
    for (const byte of data) text2 += byte.toString(16).padStart(2, "0");
    return text2;
  }
  function hash(text2) {
    return sha256(bytes(text2));
  }
  function hex(text2) {
    return hexOf(hash(text2));
  }
  function base64(text2) {
    return btoa(String.fromCharCode(...hash(text2))).replace(/=+$/, "");
  }
  function challenge(text2) {
    return BigInt("0x" + hex(text2)) % Q;
  }

  // app/src/main/resources/static/booth/embedding.js
  var LARGEST = 255;
  var MOST_NUMBERS = 30;
  var BITS = 8n;
  var PADDING = 14n;
  var BLOCK = 64;
  var EMBEDDING_STEPS = 32;
  function embed(numbers2, step = () => {
  }) {
    if (numbers2.length < 1 || numbers2.length > MOST_NUMBERS || !numbers2.every((n) => Number.isInteger(n) && n >= 0 && n <= LARGEST)) {
      throw new Malformed("1 to 30 numbers from 0 to 255 are expected");
    }
    const y = numbers2.reduce((sum, number) => sum << BITS | BigInt(number), 0n) << PADDING;
    for (let block = 0; block < 1 << Number(PADDING); block += BLOCK) {
      const members = [];
      for (let epsilon = block; epsilon < block + BLOCK; epsilon++) {
        const point = withEvenX(y | BigInt(epsilon));
        const isMember = (point ?? G).isTorsionFree();
        if (point && isMember) members.push(point);
        if (block === 0 && epsilon % (BLOCK / EMBEDDING_STEPS) === 0) step(1);
      }
      if (members.length > 0) return members[0];
    }
    throw new Error("no member of the group in 2^14 tries");
  }
  function withEvenX(y) {
    try {
      return decodePoint(y.toString(16).padStart(64, "0"));
    } catch {
      return null;
    }
  }

  // app/src/main/resources/static/booth/write-in.js
  var PLACE = "\u53E6\u9009\u4ED6\u4EBA";
  var NAME = /^(?!\p{Z})[^\p{Cc}\p{Cf}\p{Zl}\p{Zp}|]+(?<!\p{Z})$/u;
  var DIGIT = LARGEST + 1;
  var MOST = DIGIT * DIGIT - 1;
  function writeIn(question, people) {
    if (!people.every((name) => NAME.test(name)) || people.length > MOST || new Set(people).size !== people.length) {
      throw new Malformed("a write-in is one of 1 to 65535 people of one name each");
    }
    return { question, people };
  }
  function canTake({ question, people }, answers, questions) {
    return answers.length > 1 && answers.at(-1) === PLACE && !people.some((name) => answers.includes(name)) && questions[question]?.kind === "numbers" && questions[question].answers.length === digits(people);
  }
  function digits(people) {
    return people.length < DIGIT ? 1 : 2;
  }

  // app/src/main/resources/static/booth/election.js
  var MOST_ANSWERS = 4096;
  var DECLARED = "zhijia-slate/";
  var CREDENTIALS = "zhijia-credentials/";
  var CREDENTIALS_DECLARATION = /^zhijia-credentials\/1 sha256=([0-9a-f]{64})$/;
  var QUESTIONS = "approve=([1-9][0-9]{0,3}) against=([1-9][0-9]{0,3})";
  var DECLARATION = new RegExp(`^${DECLARED}1 ${QUESTIONS}$`);
  var WITH_WRITE_IN = new RegExp(
    `^${DECLARED}2 ${QUESTIONS} write-in=([1-9][0-9]{0,3}) people=(.+)$`
  );
  function readElection(document) {
    const node = read(document);
    integer(node.version, 1, 1);
    if (node.group !== "Ed25519") throw new Malformed("the group is not supported");
    if (!/^[1-9A-HJ-NP-Za-km-z]{14,64}$/.test(text(node.uuid))) {
      throw new Malformed("not an election id");
    }
    const questions = items(node.questions).map(readQuestion);
    if (questions.length === 0) throw new Malformed("an election has at least one question");
    const description = text(node.description);
    return {
      uuid: node.uuid,
      name: text(node.name),
      description,
      fingerprint: base64(document),
      publicKey: decode(node.public_key),
      questions,
      slates: slates(description, questions),
      credentials: declaredCredentials(description)
    };
  }
  var linesOf = (description) => description.split(/\r\n|\r|\n/);
  function declaredCredentials(description) {
    const declared = linesOf(description).filter((line) => line.startsWith(CREDENTIALS));
    if (declared.length === 0) return null;
    const match = CREDENTIALS_DECLARATION.exec(declared[0]);
    if (declared.length > 1 || !match) {
      throw new Malformed("two lists of credentials, or one declared in an unknown way");
    }
    return match[1];
  }
  function readQuestion(node) {
    if (node?.type === void 0) return readMarks(node);
    const value = node.value;
    const question = text(value?.question);
    if (node.type === "NonHomomorphic") {
      const answers2 = demandCount(items(value.answers).map(text), MOST_NUMBERS);
      return { kind: "numbers", question, answers: answers2, blank: false };
    }
    if (node.type !== "Lists") throw new Malformed("questions of this type are not supported");
    const lists = items(value.answers).map((list) => items(list).map(text));
    if (lists.some((list) => list.length < 2)) throw new Malformed("a list without candidates");
    const answers = demandCount(lists.flat());
    return { kind: "lists", question, answers, blank: false, sizes: lists.map((l) => l.length) };
  }
  function readMarks(node) {
    const answers = demandCount(items(node?.answers).map(text));
    const blank = node.blank === void 0 ? false : node.blank;
    if (typeof blank !== "boolean") throw new Malformed("blank is true or false");
    const max = integer(node.max, 0, answers.length);
    const min = integer(node.min, 0, max);
    return { kind: "marks", question: text(node.question), answers, blank, min, max };
  }
  function demandCount(answers, most = MOST_ANSWERS) {
    if (answers.length < 1) throw new Malformed("a question without answers");
    if (answers.length > most) throw new Malformed("too many answers");
    return answers;
  }
  function ciphertexts(question) {
    if (question.kind === "numbers") return 1;
    return question.answers.length + (question.blank ? 1 : 0);
  }
  function slates(description, questions) {
    const found = [];
    for (const line of linesOf(description).map((l) => l.replace(/^[ \t]+|[ \t]+$/g, ""))) {
      if (!line.startsWith(DECLARED)) continue;
      const slate = readSlate(line);
      demandFitting(slate, questions);
      found.push(slate);
    }
    const used = found.flatMap(({ approve, against, writeIn: added }) => [approve, against, ...added ? [added.question] : []]);
    if (new Set(used).size !== used.length) throw new Malformed("two slates share a question");
    return found;
  }
  function readSlate(line) {
    const match = DECLARATION.exec(line) ?? WITH_WRITE_IN.exec(line);
    if (!match) throw new Malformed("a slate declared in an unknown way: " + line);
    const [, approve, against, question, people] = match;
    return {
      approve: Number(approve) - 1,
      against: Number(against) - 1,
      writeIn: people === void 0 ? null : writeIn(Number(question) - 1, people.split("|"))
    };
  }
  function demandFitting(slate, questions) {
    const approvals = questions[slate.approve];
    const oppositions = questions[slate.against];
    const fits = approvals?.kind === "marks" && oppositions?.kind === "marks" && approvals.answers.length === oppositions.answers.length && approvals.answers.every((answer2, i) => answer2 === oppositions.answers[i]) && !approvals.blank && !oppositions.blank && approvals.min === 0 && oppositions.min === 0 && oppositions.max === oppositions.answers.length && (!slate.writeIn || canTake(slate.writeIn, approvals.answers, questions));
    if (!fits) throw new Malformed("a slate over questions that are no slate");
  }

  // app/src/main/resources/static/booth/credential.js
  var L = "[1-9A-HJ-NP-Za-km-z]";
  var FORM = new RegExp(`^(${L}{5})-?(${L}{6})-?(${L}{5})-?(${L}{6})(?:-?(${L}))?$`);
  function exponent(credential, uuid) {
    const half = (i) => hex(`derive_credential|${uuid}|${i}|${credential}`);
    return BigInt("0x" + half(0) + half(1)) % Q;
  }

  // app/src/main/resources/static/booth/schnorr.js
  function prove(prefix, x, random = secure) {
    const w = randomScalar(random);
    const c = challenge(prefix + encode(power(G, w)));
    return proof(c, mod2(w - x * c));
  }
  function proof(c, rho) {
    return { challenge: c.toString(), response: rho.toString() };
  }

  // app/src/main/resources/static/booth/disjunction.js
  function difference({ offset, element }, c) {
    const ofMarks2 = powerOfMark(mod2(offset * c));
    return element ? power(element.add(G), c).subtract(power(G, c)).add(ofMarks2) : ofMarks2;
  }
  var _key, _random, _step, _statements, _commitments;
  var Disjunctions = class {
    /**
     * @param {object} key y, laid out as a fixed base @param {import('./group.js').Randomness} random
     * @param {(branches: number) => void} step is told of each branch made
     */
    constructor(key, random, step = () => {
    }) {
      __privateAdd(this, _key);
      __privateAdd(this, _random);
      __privateAdd(this, _step);
      __privateAdd(this, _statements, []);
      __privateAdd(this, _commitments, []);
      __privateSet(this, _key, key);
      __privateSet(this, _random, random);
      __privateSet(this, _step, step);
    }
    /** @param {string} prefix all that is hashed before the commitments @param {Branch[]} branches */
    add(prefix, branches) {
      const made = branches.map((branch) => {
        const c = randomScalar(__privateGet(this, _random));
        const rho = randomScalar(__privateGet(this, _random));
        const t = mod2(rho + branch.r * c);
        __privateGet(this, _commitments).push(
          power(G, t),
          power(__privateGet(this, _key), t).add(difference(branch, c))
        );
        __privateGet(this, _step).call(this, 1);
        return { branch, c, rho };
      });
      __privateGet(this, _statements).push({ prefix, made });
    }
    /** @returns {import('./schnorr.js').Proof[][]} by statement and branch, in the order of adding */
    prove() {
      const texts = encodeAll(__privateGet(this, _commitments));
      let from = 0;
      return __privateGet(this, _statements).map(({ prefix, made }) => {
        const to = from + 2 * made.length;
        let delta = challenge(prefix + texts.slice(from, to).join(","));
        from = to;
        for (const { c } of made) delta -= c;
        return made.map(({ branch, c, rho }) => {
          const share = delta * branch.holds;
          return proof(mod2(c + share), mod2(rho - branch.r * share));
        });
      });
    }
  };
  _key = new WeakMap();
  _random = new WeakMap();
  _step = new WeakMap();
  _statements = new WeakMap();
  _commitments = new WeakMap();

  // app/src/main/resources/static/booth/statements.js
  function joined([alpha, beta]) {
    return alpha + "," + beta;
  }
  function statements(fingerprint, credential, choices) {
    const s0 = `${fingerprint}|${credential}`;
    const pairs = choices.map(({ alpha, beta }) => joined([alpha, beta]));
    const s = `${s0}|${pairs.join(",")}`;
    return {
      individual: (i) => `prove|${s0}|${pairs[i]}|`,
      overall: (sum) => `prove|${s}|${sum}|`,
      overallOrBlank: () => `bproof1|${s}|`,
      blank: () => `bproof0|${s}|`,
      list: () => `lproof|${s}|`,
      nonZero: (commitment) => `nonzero|${s}|${commitment},`,
      numbers: (key) => `raweg|${s0}|${key},${pairs.join(",")}|`
    };
  }
  function companionPrefix(place, candidate, sum) {
    const { fingerprint, credential, tracker, slate } = place;
    const number = `${slate + 1},${candidate + 1}`;
    return `zhijia-slate|1|${fingerprint}|${credential}|${tracker}|${number}|${sum}|`;
  }
  function writeInPrefix(where, what, place, other) {
    const { fingerprint, credential, tracker, slate } = where;
    const name = `${slate + 1},${what}`;
    return `zhijia-write-in|1|${fingerprint}|${credential}|${tracker}|${name}|${place}|${other}|`;
  }

  // app/src/main/resources/static/booth/vote.js
  function breaches(election, rows) {
    const found = [];
    election.questions.forEach((question, i) => {
      const row = rows[i] || [];
      const { kind, marked } = question.kind === "marks" ? ofMarks(question, row) : { kind: question.kind === "numbers" ? ofNumbers(question, row) : "lists", marked: 0 };
      if (kind) found.push({ question: i, kind, marked });
    });
    return found.length > 0 ? found : election.slates.flatMap((slate) => ofSlate(slate, rows));
  }
  function ofSlate({ approve, against, writeIn: writeIn2 }, rows) {
    const found = [];
    const both = rows[approve].filter((mark, c) => mark + rows[against][c] > 1);
    if (both.length > 0) found.push({ question: against, kind: "both", marked: both.length });
    if (!writeIn2) return found;
    const place = rows[approve].at(-1);
    const breach = (kind) => found.push({ question: writeIn2.question, kind, marked: place });
    if (place === 0 && rows[writeIn2.question].some((digit) => digit > 0)) breach("place");
    if (place === 1 && !rows[against].slice(0, -1).includes(1)) breach("unopposed");
    return found;
  }
  function ofMarks(question, row) {
    const fits = row.length === ciphertexts(question) && row.every((mark) => mark === 0 || mark === 1);
    const blank = question.blank && row[0] === 1;
    const marked = fits ? row.slice(question.blank ? 1 : 0).reduce((a, b) => a + b, 0) : 0;
    const kind = !fits ? "length" : blank && marked > 0 ? "blank" : !blank && marked < question.min ? "few" : !blank && marked > question.max ? "many" : null;
    return { kind, marked };
  }
  function ofNumbers(question, row) {
    if (row.length !== question.answers.length) return "length";
    const fits = (number) => Number.isInteger(number) && number >= 0 && number <= LARGEST;
    return row.every(fits) ? null : "number";
  }

  // app/src/main/resources/static/booth/encrypt.js
  function stepsOf(election) {
    let steps = 0;
    for (const q of election.questions) {
      steps += q.kind === "numbers" ? EMBEDDING_STEPS + 2 : 3 * (q.answers.length + Number(q.blank)) + (q.max - q.min + 1) + 3 * Number(q.blank);
    }
    for (const slate of election.slates) {
      const answers = election.questions[slate.approve].answers.length;
      steps += 2 * answers + (slate.writeIn ? 2 + answers : 0);
    }
    return steps;
  }
  function makeBallot(election, credential, rows, step = () => {
  }, random = secure) {
    if (breaches(election, rows).length > 0) {
      throw new Error("the vote breaks the rules of its questions");
    }
    const key = fixedBase(election.publicKey);
    const s = exponent(credential, election.uuid);
    const me = encode(power(G, s));
    const sealed = [];
    const answers = [];
    election.questions.forEach((question, i) => {
      if (question.kind === "numbers") {
        const { row: row2, answer: proven } = numbers({ election, key, me, step, random }, rows[i]);
        sealed.push(row2);
        answers.push(proven);
        return;
      }
      const row = rows[i].map((mark) => seal(key, mark, step, random));
      sealed.push(row);
      answers.push(answer(election, question, me, row, new Disjunctions(key, random, step)));
    });
    const unsigned = {
      election_uuid: election.uuid,
      election_hash: election.fingerprint,
      credential: me,
      answers
    };
    const hash2 = base64(write(unsigned));
    const signature = { hash: hash2, proof: prove(`sig|${hash2}|`, s, random) };
    const ballot = write({ ...unsigned, signature });
    const made = {
      ballot,
      tracker: base64(ballot),
      openings: sealed.map((row) => row.map((one) => one.r.toString()))
    };
    if (election.slates.length > 0) {
      const prover = () => new Disjunctions(key, random, step);
      made.companion = companion(election, me, made.tracker, sealed, prover);
    }
    return made;
  }
  function seal(key, mark, step, random) {
    const r = randomScalar(random);
    const m = BigInt(mark);
    step(1);
    return { alpha: power(G, r), beta: power(key, r).add(powerOfMark(m)), r, m };
  }
  function times(a, b) {
    return {
      alpha: a.alpha.add(b.alpha),
      beta: a.beta.add(b.beta),
      r: mod2(a.r + b.r),
      m: a.m + b.m
    };
  }
  function zeroOrOne({ r, m }) {
    return [{ r, offset: m, holds: 1n - m }, { r, offset: m - 1n, holds: m }];
  }
  function inRange2(question, { r, m }) {
    const branches = [];
    for (let marks = question.min; marks <= question.max; marks++) {
      const offset = m - BigInt(marks);
      branches.push({ r, offset, holds: isZero(offset) });
    }
    return branches;
  }
  function isZero(difference2) {
    const d = Number(difference2);
    return BigInt(1 - ((d | -d) >>> 31));
  }
  function answer(election, question, me, row, prover) {
    const texts = encodeAll(row.flatMap(({ alpha, beta }) => [alpha, beta]));
    const choices = row.map((_, i) => ({ alpha: texts[2 * i], beta: texts[2 * i + 1] }));
    const prefix = statements(election.fingerprint, me, choices);
    row.forEach((one, i) => prover.add(prefix.individual(i), zeroOrOne(one)));
    const sum = row.slice(question.blank ? 1 : 0).reduce(times);
    if (question.blank) {
      const blank = row[0];
      const marked = inRange2(question, sum);
      marked.forEach((branch) => {
        branch.holds *= 1n - blank.m;
      });
      prover.add(
        prefix.overallOrBlank(),
        [{ r: blank.r, offset: blank.m - 1n, holds: blank.m }, ...marked]
      );
      prover.add(prefix.blank(), [
        { r: blank.r, offset: blank.m, holds: 1n - blank.m },
        { r: sum.r, offset: sum.m, holds: blank.m }
      ]);
    } else {
      prover.add(prefix.overall(joined(encodeAll([sum.alpha, sum.beta]))), inRange2(question, sum));
    }
    const proofs = prover.prove();
    const n = row.length;
    const made = { choices, individual_proofs: proofs.slice(0, n), overall_proof: proofs[n] };
    return question.blank ? { ...made, blank_proof: proofs[n + 1] } : made;
  }
  function numbers({ election, key, me, step, random }, row) {
    const r = randomScalar(random);
    const element = embed(row, step);
    const sealed = { alpha: power(G, r), beta: power(key, r).add(element), r, m: 0n, element };
    step(1);
    const [alpha, beta] = encodeAll([sealed.alpha, sealed.beta]);
    const choices = { alpha, beta };
    const prefix = statements(election.fingerprint, me, [choices]).numbers(encode(key));
    const proof2 = prove(prefix, r, random);
    step(1);
    return { row: [sealed], answer: { choices, proof: proof2 } };
  }
  function companion(election, me, tracker, sealed, newProver) {
    const writeIns = [];
    const slates2 = election.slates.map((slate, s) => {
      const prover = newProver();
      const where = { fingerprint: election.fingerprint, credential: me, tracker, slate: s };
      const sums = sealed[slate.approve].map((one, c) => times(one, sealed[slate.against][c]));
      const texts = encodeAll(sums.flatMap(({ alpha, beta }) => [alpha, beta]));
      sums.forEach((sum, c) => {
        const text2 = joined(texts.slice(2 * c, 2 * c + 2));
        prover.add(companionPrefix(where, c, text2), zeroOrOne(sum));
      });
      const proofs = prover.prove();
      if (slate.writeIn) writeIns.push(writeInProof(where, slate, sealed, newProver()));
      return proofs;
    });
    return write({ tracker, slates: slates2, ...writeIns.length > 0 && { write_ins: writeIns } });
  }
  function writeInProof(where, slate, sealed, prover) {
    const place = sealed[slate.approve].at(-1);
    const [person] = sealed[slate.writeIn.question];
    const candidates = sealed[slate.against].slice(0, -1);
    const against = candidates.reduce(times);
    const unused = 1n - place.m;
    const texts = encodeAll([place, person, against].flatMap(({ alpha, beta }) => [alpha, beta]));
    const text2 = (i) => joined(texts.slice(2 * i, 2 * i + 2));
    prover.add(writeInPrefix(where, "spent", text2(0), text2(1)), [
      { r: place.r, offset: place.m - 1n, holds: place.m },
      { r: person.r, offset: person.m, element: person.element, holds: unused }
    ]);
    const enough = candidates.map((_, c) => {
      const offset = against.m - BigInt(c + 1);
      return { r: against.r, offset, holds: place.m * isZero(offset) };
    });
    prover.add(
      writeInPrefix(where, "against", text2(0), text2(2)),
      [{ r: place.r, offset: place.m, holds: unused }, ...enough]
    );
    const [spent, opposed] = prover.prove();
    return { spent, against: opposed };
  }

  // app/src/main/resources/static/booth/worker.js
  var OFTEN = 16;
  self.onmessage = ({ data: { id, election: document, credential, vote } }) => {
    try {
      const election = readElection(document);
      const of = stepsOf(election);
      let done = 0;
      let told = 0;
      const step = (steps) => {
        done += steps;
        if (done - told < OFTEN) return;
        told = done;
        self.postMessage({ id, done, of });
      };
      self.postMessage({ id, ...makeBallot(election, credential, vote, step) });
    } catch (error) {
      self.postMessage({ id, error: String(error.message) });
    }
  };
})();
